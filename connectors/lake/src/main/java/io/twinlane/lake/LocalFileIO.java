package io.twinlane.lake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Iceberg's files on a disk of this machine. Hadoop's own file system would start two chmod processes for every file that it writes, which
 * is most of the time that a small commit takes.
 */
public final class LocalFileIO implements FileIO {
  static final String SCHEME = "file:";

  private static final long serialVersionUID = 1L;

  @Override
  public InputFile newInputFile(String location) {
    return new Input(location, org.apache.iceberg.Files.localInput(file(location)));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new Output(location, file(location));
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.delete(file(location).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location + ": " + e, e);
    }
  }

  /** A file that tables know by its whole location, scheme included. */
  private record Input(String location, InputFile file) implements InputFile {
    @Override
    public long getLength() {
      return file.getLength();
    }

    @Override
    public SeekableInputStream newStream() {
      return file.newStream();
    }

    @Override
    public boolean exists() {
      return file.exists();
    }
  }

  /** A file to be written; folders are made here because Iceberg's own code fails when two writers make one at the same time. */
  private record Output(String location, File file) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      return inFolder().create();
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      return inFolder().createOrOverwrite();
    }

    @Override
    public InputFile toInputFile() {
      return new Input(location, org.apache.iceberg.Files.localInput(file));
    }

    private OutputFile inFolder() {
      try {
        Files.createDirectories(file.toPath().getParent());
        return org.apache.iceberg.Files.localOutput(file);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot create the folder of " + location + ": " + e, e);
      }
    }
  }

  /** Locations are texts, not escaped: a blank is a blank. */
  private static File file(String location) {
    if (!location.startsWith(SCHEME)) {
      throw new IllegalArgumentException("Cannot open " + location + ": it is not on a disk of this machine. Allowed: file:///<path>");
    }
    String path = location.substring(SCHEME.length());
    return Path.of(path.startsWith("//") ? path.substring(2) : path).toFile();
  }
}
