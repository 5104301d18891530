package io.twinlane.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that this process listens on, from what Linux tells in /proc. */
final class Listeners {
  private static final String LISTEN = "0A";

  private Listeners() {
  }

  static List<InetAddress> ofThisProcess() throws IOException {
    Set<String> ours = sockets();
    try (Stream<String> four = Files.lines(Path.of("/proc/self/net/tcp")); Stream<String> six = Files.lines(Path.of("/proc/self/net/tcp6"))) {
      return Stream.concat(four, six).map(line -> line.strip().split("\\s+"))
          .filter(field -> field[3].equals(LISTEN) && ours.contains("socket:[" + field[9] + "]"))
          .map(field -> address(field[1].split(":")[0]))
          .toList();
    }
  }

  private static Set<String> sockets() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.map(Listeners::target).collect(Collectors.toSet());
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return ""; // closed while we looked
    }
  }

  /** Linux prints each 32-bit word of an address in the byte order of the machine. */
  private static InetAddress address(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    ByteBuffer words = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i += Integer.BYTES) {
      words.putInt(ByteBuffer.wrap(bytes, i, Integer.BYTES).order(ByteOrder.nativeOrder()).getInt());
    }
    try {
      return InetAddress.getByAddress(words.array());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
