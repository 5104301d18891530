package io.twinlane.redis;

/** The newest that is known of one key: what its hash shall hold, or that it shall go, and until when it lives. */
final class Change {
  /** Stands for "the key goes": the fields of a hash are never empty. */
  static final String[] DELETE = {};

  /** What an entry takes beside its characters: the object, its place in a map, the array. Rounded up, as the characters are. */
  private static final int ENTRY_BYTES = 200;
  private static final int TEXT_BYTES = 48;

  private final String key;
  private final String[] fields;
  private final long liveUntil;
  private final long bytes;
  private final KeyRefusals refusals;

  /** {@code fields}: name and value of each that has one, or {@link #DELETE}; {@code liveUntil} in milliseconds since the epoch. */
  Change(String key, String[] fields, long liveUntil) {
    this(key, fields, liveUntil, KeyRefusals.NONE);
  }

  private Change(String key, String[] fields, long liveUntil, KeyRefusals refusals) {
    this.key = key;
    this.fields = fields;
    this.liveUntil = liveUntil;
    this.refusals = refusals;
    this.bytes = bytes(key, fields);
  }

  String key() {
    return key;
  }

  String[] fields() {
    return fields;
  }

  boolean deletes() {
    return fields.length == 0;
  }

  /** What the script takes: the milliseconds that are left, then name and value of every field. */
  String[] arguments(long now) {
    String[] arguments = new String[1 + fields.length];
    arguments[0] = String.valueOf(Math.max(1, liveUntil - now));
    System.arraycopy(fields, 0, arguments, 1, fields.length);
    return arguments;
  }

  long liveUntil() {
    return liveUntil;
  }

  boolean expired(long now) {
    return liveUntil <= now;
  }

  KeyRefusals refusals() {
    return refusals;
  }

  /** The same, having been refused that often. */
  Change with(KeyRefusals known) {
    return known.equals(refusals) ? this : new Change(key, fields, liveUntil, known);
  }

  /** How much memory it takes, rather too much than too little: names of columns are shared, texts are taken for two bytes a character. */
  long bytes() {
    return bytes;
  }

  private static long bytes(String key, String[] fields) {
    long bytes = ENTRY_BYTES + 2L * key.length();
    for (int i = 1; i < fields.length; i += 2) {
      bytes += TEXT_BYTES + 2L * fields[i].length();
    }
    return bytes;
  }
}
