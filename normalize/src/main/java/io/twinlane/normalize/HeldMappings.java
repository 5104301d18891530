package io.twinlane.normalize;

import java.util.Arrays;

/**
 * Which version of the mapping each part of a key's state rests on: one text while all rest on the same, else one for each field and, last,
 * for the sticky state. A field rests on the version that read the message which gave it, and on every older one that read a message since
 * then and did not find it there: a field that is MISSING may be missing for that alone.
 */
final class HeldMappings {
  /** Of state that was kept before versions were. */
  static final String[] UNKNOWN = {};

  private HeldMappings() {}

  static boolean all(String[] held, String version) {
    return held.length == 1 && held[0].equals(version);
  }

  /** What a row rests on that a message of this version makes of the state. */
  static String oldest(String[] held, String version) {
    String oldest = version;
    for (String one : held) {
      oldest = MappingVersion.older(oldest, one);
    }
    return oldest;
  }

  /** Whether a part rests on this version alone; {@code part} is the place of a field, or their number for the sticky state. */
  static boolean rests(String[] held, int part, String version) {
    return held.length > 0 && held[held.length == 1 ? 0 : part].equals(version);
  }

  /** What the state rests on after an update: the very same array when that did not change. */
  static String[] after(String[] held, Update update, boolean taken) {
    String version = update.row().mappingVersion;
    if (all(held, version)) {
      return held;
    }
    if (held.length == 0) {
      return new String[] {version};
    }
    byte[] given = update.row().states;
    String[] after = new String[given.length + 1];
    for (int i = 0; i < after.length; i++) {
      boolean read = i < given.length ? taken && given[i] != Update.ABSENT : update.sticky() != Update.ABSENT;
      after[i] = read ? version : MappingVersion.older(held[held.length == 1 ? 0 : i], version);
    }
    return Arrays.equals(after, held) ? held : compact(after);
  }

  /** The same for the fields of another shape; a field that is new there rests on all that was read. */
  static String[] at(String[] held, int[] places, int none) {
    if (held.length <= 1) {
      return held;
    }
    String[] there = new String[places.length + 1];
    for (int i = 0; i < places.length; i++) {
      there[i] = places[i] == none ? oldest(held, held[0]) : held[places[i]];
    }
    there[places.length] = held[held.length - 1];
    return compact(there);
  }

  private static String[] compact(String[] all) {
    for (String one : all) {
      if (!one.equals(all[0])) {
        return all;
      }
    }
    return new String[] {all[0]};
  }
}
