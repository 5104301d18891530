package io.twinlane.proof.parity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the two lanes' results row for row by identity. Rows are held as 128-bit digests, so that a million rows take some 150 MB; the
 * first differing ones are read again to be shown.
 */
public final class Parity {
  private static final int SHOWN = 5;

  private final Sides sides;
  private final Map<Identity, Digest> live = new HashMap<>();
  private final List<Identity> different = new ArrayList<>();
  private final List<Identity> onlySilver = new ArrayList<>();
  private long compared;
  private long differentCount;
  private long onlySilverCount;

  private record Digest(long high, long low) {}

  private Parity(Sides sides) {
    this.sides = sides;
  }

  /** Reads both lanes and says where they differ. Repeats of a row within a lane count once. */
  public static ParityResult compare(RowFeed liveFeed, RowFeed silverFeed) throws Exception {
    return compare(Sides.LANES, liveFeed, silverFeed);
  }

  /** Reads both sides, whatever they are, and says where they differ. */
  public static ParityResult compare(Sides sides, RowFeed liveFeed, RowFeed silverFeed) throws Exception {
    Parity parity = new Parity(sides);
    MessageDigest md5 = md5();
    liveFeed.read((identity, cells) -> parity.live.put(identity, digest(md5, cells)));
    silverFeed.read((identity, cells) -> parity.match(identity, digest(md5, cells)));
    return parity.result(liveFeed, silverFeed);
  }

  private void match(Identity identity, Digest silver) {
    Digest found = live.remove(identity);
    if (found == null) {
      onlySilverCount++;
      keep(onlySilver, identity);
    } else {
      compared++;
      if (!found.equals(silver)) {
        differentCount++;
        keep(different, identity);
      }
    }
  }

  private ParityResult result(RowFeed liveFeed, RowFeed silverFeed) throws Exception {
    List<String> findings = new ArrayList<>();
    live.keySet().stream().limit(SHOWN).forEach(identity -> findings.add(identity + ": only " + sides.left()));
    onlySilver.forEach(identity -> findings.add(identity + ": only " + sides.right()));
    if (!different.isEmpty()) {
      findings.addAll(explain(pick(liveFeed), pick(silverFeed)));
    }
    return new ParityResult(compared, live.size(), onlySilverCount, differentCount, findings);
  }

  private Map<Identity, List<String>> pick(RowFeed feed) throws Exception {
    Map<Identity, List<String>> rows = new LinkedHashMap<>();
    feed.read((identity, cells) -> {
      if (different.contains(identity)) {
        rows.put(identity, cells);
      }
    });
    return rows;
  }

  private List<String> explain(Map<Identity, List<String>> live, Map<Identity, List<String>> silver) {
    List<String> findings = new ArrayList<>();
    for (Identity identity : different) {
      List<String> left = live.getOrDefault(identity, List.of());
      List<String> right = silver.getOrDefault(identity, List.of());
      for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
        if (!left.get(i).equals(right.get(i))) {
          findings.add(identity + ": " + left.get(i) + " " + sides.left() + ", " + right.get(i) + " " + sides.right());
        }
      }
    }
    return findings;
  }

  private static void keep(List<Identity> list, Identity identity) {
    if (list.size() < SHOWN) {
      list.add(identity);
    }
  }

  private static Digest digest(MessageDigest md5, List<String> cells) {
    byte[] hash = md5.digest(Cells.bytes(cells));
    ByteBuffer buffer = ByteBuffer.wrap(hash);
    return new Digest(buffer.getLong(), buffer.getLong());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
