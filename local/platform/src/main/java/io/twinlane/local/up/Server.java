package io.twinlane.local.up;

/** A server that the platform uses: what it says of itself, and how to end it; ending an outside one does nothing. */
record Server(EngineState state, AutoCloseable end) {
  static Server outside(String name, String version, String address) {
    return new Server(new EngineState(name, version, address, 0, true), () -> { });
  }

  static Server ours(String name, String version, String address, long pid, AutoCloseable end) {
    return new Server(new EngineState(name, version, address, pid, false), end);
  }
}
