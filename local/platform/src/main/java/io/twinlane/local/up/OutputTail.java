package io.twinlane.local.up;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines that another process appends to a file, as they are completed. */
final class OutputTail {
  private final Path file;
  private long position;
  private String unfinished = "";

  OutputTail(Path file) {
    this.file = file;
  }

  /** The lines completed since the last call. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of((unfinished + more()).split("\n", -1)));
    unfinished = lines.remove(lines.size() - 1);
    return lines;
  }

  private String more() {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (in.length() - position)];
      in.seek(position);
      in.readFully(bytes);
      position += bytes.length;
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
