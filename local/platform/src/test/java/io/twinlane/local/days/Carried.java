package io.twinlane.local.days;

import io.twinlane.local.days.Message.Sent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Interactive Brokers' contracts as the frames so far have left them, each origin's apart. */
final class Carried {
  private static final Map<Integer, String> SYMBOLS = Map.of(265598, "AAPL", 8314, "IBM", 8719, "JNJ");
  private static final Map<String, String> AVAILABILITY = Map.of("RpB", "LIVE", "DPB", "DELAYED", "ZB", "FROZEN");

  /** A figure as it was last given; a value of null is one that the source took back. */
  private record Given(String value, String state) {}

  /** One contract. */
  private static final class Contract {
    private final Map<String, Given> figures = new TreeMap<>();
    private String availability = "UNKNOWN";
  }

  private final Rules rules;
  private final Map<String, Contract> contracts = new HashMap<>();

  Carried(Rules rules) {
    this.rules = rules;
  }

  boolean readable(Said.Frame frame) {
    return rules.thousands() || frame.figures().entrySet().stream().noneMatch(
        figure -> rules.fields().containsKey(figure.getKey()) && figure.getValue().contains(","));
  }

  /** The row that a frame leaves; null when it changes nothing. */
  Map<String, String> cells(Sent sent, Said.Frame frame) {
    Contract contract = contracts.computeIfAbsent(sent.origin() + " " + frame.contract(), unused -> new Contract());
    if (frame.availability() != null) {
      contract.availability = AVAILABILITY.get(frame.availability());
    }
    Map<String, Given> news = new TreeMap<>();
    frame.figures().forEach((figure, text) -> {
      if (rules.fields().containsKey(figure)) {
        news.put(rules.fields().get(figure), given(text, contract.availability));
      }
    });
    Given nothing = new Given(null, "MISSING");
    if (news.entrySet().stream().allMatch(one -> one.getValue().equals(contract.figures.getOrDefault(one.getKey(), nothing)))) {
      return null;
    }
    contract.figures.putAll(news);
    return cells(sent, frame, contract, news);
  }

  private static Map<String, String> cells(Sent sent, Said.Frame frame, Contract contract, Map<String, Given> news) {
    Map<String, String> cells = new TreeMap<>();
    cells.put("symbol", SYMBOLS.get(frame.contract()) + " " + contract.availability);
    cells.put("event_time", sent.message().received() + " DERIVED");
    cells.put("source_time", frame.updated() + " " + contract.availability);
    contract.figures.forEach((field, given) -> {
      if (given.value() != null) {
        String unit = Rules.unit(field).isEmpty() ? " " : " " + Rules.unit(field) + " ";
        cells.put(field, given.value() + unit + (news.containsKey(field) ? given.state() : "CARRIED"));
      }
    });
    return cells;
  }

  private static Given given(String text, String availability) {
    if (text.equals("-")) {
      return new Given(null, "MISSING");
    }
    return text.startsWith("C") ? new Given(Expected.plain(text.substring(1)), "PREVIOUS_CLOSE") : new Given(Expected.plain(text), availability);
  }
}
