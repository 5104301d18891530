package io.twinlane.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A loopback port that something else listens on. */
final class BusyPort {
  private BusyPort() {
  }

  static ServerSocket open() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST));
  }
}
