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
import java.util.TreeMap;

/**
 * Compares the two lanes' results row for row by identity, a portion after the other. A streaming row that rests on an older version of the
 * mapping than the batch lane's is no difference: it is counted apart until a repair run replaces it. The streaming rows of one portion are
 * held as 128-bit digests, so that a million rows take some 150 MB; the first differing ones are read again to be shown.
 */
final class Parity {
  private static final int SHOWN = 5;

  private final Sides sides;
  private final MessageDigest md5 = md5();
  private final Map<Identity, Digest> live = new HashMap<>();
  private final Map<String, Rows> onlyLive = new TreeMap<>();
  private final Rows onlySilver = new Rows();
  private final Rows different = new Rows();
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Long> newest = new HashMap<>();
  private long compared;
  private long older;

  private record Digest(long high, long low, String mapping) {}

  /** Many rows, of which the first ones are kept to be shown. */
  private static final class Rows {
    private final List<Identity> shown = new ArrayList<>();
    private long count;

    boolean add(Identity identity) {
      count++;
      return shown.size() < SHOWN && shown.add(identity);
    }
  }

  Parity(Sides sides) {
    this.sides = sides;
  }

  /** Reads both lanes and says where they differ. Repeats of a row within a lane count once. */
  public static ParityResult compare(RowFeed liveFeed, RowFeed silverFeed) throws Exception {
    Parity parity = new Parity(Sides.LANES);
    parity.add(liveFeed, silverFeed);
    return parity.result(ComparedRange.NONE);
  }

  /** Compares one portion; no other may have rows of the same identities. */
  void add(RowFeed liveFeed, RowFeed silverFeed) throws Exception {
    List<Identity> shown = new ArrayList<>();
    liveFeed.read((identity, mapping, cells) -> live.put(identity, digest(mapping, cells)));
    silverFeed.read((identity, mapping, cells) -> match(identity, digest(mapping, cells), shown));
    live.forEach((identity, row) -> onlyLive.computeIfAbsent(row.mapping(), unused -> new Rows()).add(identity));
    live.clear();
    if (!shown.isEmpty()) {
      differences.addAll(explain(shown, pick(shown, liveFeed), pick(shown, silverFeed)));
    }
  }

  private void match(Identity identity, Digest silver, List<Identity> shown) {
    long version = MappingVersion.number(silver.mapping());
    newest.merge(MappingVersion.source(silver.mapping()), version, Math::max);
    Digest found = live.remove(identity);
    if (found == null) {
      onlySilver.add(identity);
    } else if (MappingVersion.number(found.mapping()) < version) {
      older++;
    } else {
      compared++;
      if (!found.equals(silver) && different.add(identity)) {
        shown.add(identity);
      }
    }
  }

  /** What all portions gave together: only then is known which mapping is the newest. */
  ParityResult result(ComparedRange range) {
    List<String> findings = new ArrayList<>();
    long more = 0;
    long ofOlderMappings = older;
    for (Map.Entry<String, Rows> rows : onlyLive.entrySet()) {
      if (MappingVersion.number(rows.getKey()) < newest.getOrDefault(MappingVersion.source(rows.getKey()), 0L)) {
        ofOlderMappings += rows.getValue().count;
      } else {
        more += rows.getValue().count;
        rows.getValue().shown.forEach(identity -> findings.add(identity + ": only " + sides.left()));
      }
    }
    onlySilver.shown.forEach(identity -> findings.add(identity + ": only " + sides.right()));
    findings.addAll(differences);
    return new ParityResult(compared, more, onlySilver.count, different.count, ofOlderMappings, range, findings);
  }

  private static Map<Identity, List<String>> pick(List<Identity> shown, RowFeed feed) throws Exception {
    Map<Identity, List<String>> rows = new LinkedHashMap<>();
    feed.read((identity, mapping, cells) -> {
      if (shown.contains(identity)) {
        rows.put(identity, cells);
      }
    });
    return rows;
  }

  private List<String> explain(List<Identity> shown, Map<Identity, List<String>> live, Map<Identity, List<String>> silver) {
    List<String> findings = new ArrayList<>();
    for (Identity identity : shown) {
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

  private Digest digest(String mapping, List<String> cells) {
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
