package io.twinlane.proof.parity;

import io.twinlane.normalize.MappingVersion;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the two lanes' results row for row by identity. A streaming row that rests on an older version of the mapping than the batch
 * lane's is no difference: it is counted apart until a repair run replaces it. Rows are held as 128-bit digests, so that a million rows take some 150 MB; the
 * first differing ones are read again to be shown.
 */
final class Parity {
  private static final int SHOWN = 5;

  private final Sides sides;
  private final Map<Identity, Digest> live = new HashMap<>();
  private final List<Identity> different = new ArrayList<>();
  private final List<Identity> onlySilver = new ArrayList<>();
  private long compared;
  private long differentCount;
  private final Map<String, Long> newest = new HashMap<>();
  private long onlySilverCount;
  private long older;

  private record Digest(long high, long low, String mapping) {}

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
    liveFeed.read((identity, mapping, cells) -> parity.live.put(identity, digest(md5, mapping, cells)));
    silverFeed.read((identity, mapping, cells) -> parity.match(identity, digest(md5, mapping, cells)));
    return parity.result(liveFeed, silverFeed);
  }

  private void match(Identity identity, Digest silver) {
    long version = MappingVersion.number(silver.mapping());
    newest.merge(MappingVersion.source(silver.mapping()), version, Math::max);
    Digest found = live.remove(identity);
    if (found == null) {
      onlySilverCount++;
      keep(onlySilver, identity);
    } else if (MappingVersion.number(found.mapping()) < version) {
      older++;
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
    int left = live.size();
    live.values().removeIf(row -> MappingVersion.number(row.mapping()) < newest.getOrDefault(MappingVersion.source(row.mapping()), 0L));
    older += left - live.size();
    live.keySet().stream().limit(SHOWN).forEach(identity -> findings.add(identity + ": only " + sides.left()));
    onlySilver.forEach(identity -> findings.add(identity + ": only " + sides.right()));
    if (!different.isEmpty()) {
      findings.addAll(explain(pick(liveFeed), pick(silverFeed)));
    }
    return new ParityResult(compared, live.size(), onlySilverCount, differentCount, older, findings);
  }

  private Map<Identity, List<String>> pick(RowFeed feed) throws Exception {
    Map<Identity, List<String>> rows = new LinkedHashMap<>();
    feed.read((identity, mapping, cells) -> {
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

  private static Digest digest(MessageDigest md5, String mapping, List<String> cells) {
    byte[] hash = md5.digest(RowTexts.bytes(cells));
    ByteBuffer buffer = ByteBuffer.wrap(hash);
    return new Digest(buffer.getLong(), buffer.getLong(), mapping.intern());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
