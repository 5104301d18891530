package io.twinlane.local;

/** Which Twinlane this is. */
public final class Release {
  private Release() {}

  /** The version in the jar that this class came from; {@code development} when it runs from a folder of classes, as in tests. */
  public static String version() {
    String version = Release.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
