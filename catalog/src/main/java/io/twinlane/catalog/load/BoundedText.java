package io.twinlane.catalog.load;

import io.twinlane.catalog.ReadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a whole text file of the catalog: UTF-8, and no larger than anything that belongs there. */
public final class BoundedText {
  /** Largest file that a person writes. */
  public static final int MAX_BYTES = 1 << 20;
  /** Largest table that a program may have written: some hundred thousand instruments. */
  public static final int MAX_TABLE_BYTES = 32 << 20;

  private BoundedText() {}

  /** The file's text, or empty when it cannot be had; then the problem has been told. */
  public static Optional<String> read(Path file, Problems problems) {
    return read(file, MAX_BYTES, problems);
  }

  /** The text of a file that has at most {@code maxBytes}. */
  public static Optional<String> read(Path file, int maxBytes, Problems problems) {
    try {
      Optional<String> unreadable = ReadableFile.problem(file);
      if (unreadable.isPresent()) {
        problems.add(file, unreadable.get());
        return Optional.empty();
      }
      if (Files.size(file) > maxBytes) {
        problems.add(file, "the file has " + Files.size(file) + " bytes: at most " + maxBytes + " are read");
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(file, "the file is not valid UTF-8");
    } catch (IOException e) {
      problems.add(file, "the file cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
