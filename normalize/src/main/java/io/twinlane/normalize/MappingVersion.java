package io.twinlane.normalize;

/** The text by which a row says which version of its source's mapping made it: {@code ib/2}. */
public final class MappingVersion {
  private MappingVersion() {}

  /** Its number: the newer, the greater. What is no version in our form counts as the oldest, 0. */
  public static long number(String version) {
    try {
      return Long.parseLong(version.substring(version.lastIndexOf('/') + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The source whose mapping it is: {@code ib}. */
  public static String source(String version) {
    return version.substring(0, Math.max(0, version.lastIndexOf('/')));
  }

  static String older(String one, String other) {
    return one.equals(other) || number(one) <= number(other) ? one : other;
  }
}
