package io.twinlane.engines;

import java.nio.file.Path;

/** Fetches the engine into the cache folder with the search path given. */
final class FetchMain {
  private FetchMain() {
  }

  public static void main(String[] args) {
    ChdbLibrary.locate(Path.of(args[0]), args[1], System.out::println);
  }
}
