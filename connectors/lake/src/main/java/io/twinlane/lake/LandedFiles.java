package io.twinlane.lake;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** A source's files in the lake, as received. One extractor lands a source at a time. */
public final class LandedFiles {
  private LandedFiles() {}

  /**
   * Copies a file into the lake; readers see it whole or not at all. A file that was landed before with the same name and content as the
   * last one of that name is left as it is; other content never overwrites what is there.
   *
   * @return the origin of the file's records: its path relative to the lake root
   */
  public static String land(LakeConfig config, Source source, java.nio.file.Path file, Instant landed) {
    String name = file.getFileName().toString();
    check(file, name);
    try {
      Optional<Path> last = last(config, source, name);
      if (last.isPresent() && sameContent(last.get(), file)) {
        return origin(config, source, last.get());
      }
      return origin(config, source, copy(config, source, file, new LandedPath(landed, name)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot land " + file + " for source " + source.name() + ": " + e.getMessage(), e);
    }
  }

  private static void check(java.nio.file.Path file, String name) {
    if (name.startsWith(".")) {
      throw new IllegalArgumentException("Cannot land " + file + ": a leading dot marks files that are still being written. "
          + "Allowed: any other name");
    }
    if (name.contains("\\")) {
      throw new IllegalArgumentException("Cannot land " + file + ": the lake would take the backslash for a folder. "
          + "Allowed: a name without it");
    }
  }

  /** Reads every record of every landed file once, then ends. */
  public static FileSource<RawMessage> source(LakeConfig config, Source source) {
    return RawFiles.source(config.rawFolder(source), new LandedRecords.Opener(source));
  }

  private static Optional<Path> last(LakeConfig config, Source source, String name) throws IOException {
    List<FileStatus> files = RawFiles.list(config.rawFolder(source));
    return files.stream().map(FileStatus::getPath).filter(path -> path.getName().equals(name)).reduce((earlier, later) -> later);
  }

  private static Path copy(LakeConfig config, Source source, java.nio.file.Path file, LandedPath wanted) throws IOException {
    Path folder = new Path(config.rawFolder(source));
    FileSystem lake = folder.getFileSystem();
    Path target = free(lake, folder, wanted);
    Path part = new Path(folder, ".landing/" + UUID.randomUUID());
    try (OutputStream out = lake.create(part, FileSystem.WriteMode.NO_OVERWRITE)) {
      Files.copy(file, out);
    }
    lake.mkdirs(target.getParent());
    if (!lake.rename(part, target)) {
      throw new IOException("the lake did not rename " + part + " to " + target);
    }
    return target;
  }

  /** The wanted path, or the first a microsecond or more later that no file has. */
  private static Path free(FileSystem lake, Path folder, LandedPath wanted) throws IOException {
    Path target = new Path(folder, wanted.toString());
    return lake.exists(target) ? free(lake, folder, new LandedPath(wanted.landed().plusNanos(1_000), wanted.name())) : target;
  }

  private static boolean sameContent(Path landed, java.nio.file.Path file) throws IOException {
    FileSystem lake = landed.getFileSystem();
    if (lake.getFileStatus(landed).getLen() != Files.size(file)) {
      return false;
    }
    try (InputStream there = lake.open(landed); InputStream here = Files.newInputStream(file)) {
      byte[] left = there.readNBytes(1 << 20);
      byte[] right = here.readNBytes(1 << 20);
      while (left.length > 0 && Arrays.equals(left, right)) {
        left = there.readNBytes(1 << 20);
        right = here.readNBytes(1 << 20);
      }
      return left.length == 0 && right.length == 0;
    }
  }

  private static String origin(LakeConfig config, Source source, Path path) {
    return source.lakeFolder() + "/" + LandedPath.parse(path.getPath());
  }
}
