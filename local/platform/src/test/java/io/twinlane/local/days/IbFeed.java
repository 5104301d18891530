package io.twinlane.local.days;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Frames as Interactive Brokers sends them: deltas, so that what was said on one day is still carried on another. */
final class IbFeed {
  static final List<Integer> CONTRACTS = List.of(265598, 8314, 8719);
  /** Figures with few different values: many a frame changes nothing. */
  private static final List<String> FIGURES = List.of("31", "7059", "84", "88", "86", "85", "7762", "70", "71", "83", "7635");

  private final Random random;

  IbFeed(long seed) {
    random = new Random(seed);
  }

  Message next(Instant received) {
    int contract = CONTRACTS.get(random.nextInt(CONTRACTS.size()));
    int chance = random.nextInt(100);
    if (chance < 5) {
      return new Message("ib", null, received, "{\"topic\":\"tic\"}", new Said.Dropped("HEARTBEAT"));
    } else if (chance < 8) {
      return message(contract, received, "\"error\":\"no such contract\"", new Said.Unusable("SOURCE_ERROR"));
    } else if (chance < 12) {
      return message(contract, received, "\"31\":\"abc\",\"84\":\"1\"", new Said.Unusable("NOT_A_NUMBER"));
    } else if (chance < 14) {
      return new Message("ib", String.valueOf(contract), received, "{\"topic\":\"smd+" + contract + "\",\"31\":\"10", new Said.Unusable("TRUNCATED"));
    }
    return frame(contract, received);
  }

  private Message frame(int contract, Instant received) {
    String availability = random.nextInt(6) == 0 ? List.of("RpB", "DPB", "ZB").get(random.nextInt(3)) : null;
    Map<String, String> figures = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String figure = FIGURES.get(random.nextInt(FIGURES.size()));
      figures.put(figure, text(figure));
    }
    Instant updated = received.minusMillis(random.nextInt(2000));
    List<String> members = new ArrayList<>(List.of("\"_updated\":" + updated.toEpochMilli()));
    if (availability != null) {
      members.add("\"6509\":\"" + availability + "\"");
    }
    figures.forEach((figure, text) -> members.add("\"" + figure + "\":\"" + text + "\""));
    return message(contract, received, String.join(",", members), new Said.Frame(contract, updated, availability, figures));
  }

  private String text(String figure) {
    if (random.nextInt(12) == 0) {
      return "-";
    }
    return switch (figure) {
      case "7059", "88", "85", "7762" -> random.nextInt(6) == 0 ? "1," + (100 + random.nextInt(5)) : String.valueOf(random.nextInt(6));
      case "31" -> (random.nextInt(8) == 0 ? "C" : "") + price();
      default -> price();
    };
  }

  private String price() {
    return BigDecimal.valueOf(10_000 + random.nextInt(8), 2).toPlainString();
  }

  private static Message message(int contract, Instant received, String members, Said said) {
    return new Message("ib", String.valueOf(contract), received,
        "{\"topic\":\"smd+" + contract + "\",\"conid\":" + contract + "," + members + "}", said);
  }
}
