package io.twinlane.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process, from /proc where there is one, else from ps. */
public final class Memory {
  private static final long KILOBYTES_IN_MEGABYTE = 1024;

  private Memory() {
  }

  /** In megabytes; 0 when the process has ended or cannot be asked. */
  public static long megabytes(long pid) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    try {
      String kilobytes = Files.exists(status)
          ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("")
          : ps(pid);
      String digits = kilobytes.replaceAll("\\D", "");
      return digits.isEmpty() ? 0 : Long.parseLong(digits) / KILOBYTES_IN_MEGABYTE;
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static String ps(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
    return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
