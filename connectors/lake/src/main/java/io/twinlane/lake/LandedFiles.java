package io.twinlane.lake;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.ReadableFile;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** A source's files in the lake, as received. One extractor lands a source at a time: two at once could copy the same content twice. */
public final class LandedFiles {
  /** A landed file is read whole by one task; one that cannot be taken apart is one record, which is copied some times on its way. */
  private static final long MOST_BYTES = 64L << 20;

  private LandedFiles() {}

  /**
   * Copies a file into the lake; readers see it whole or not at all. Content that is the newest of any name is not copied again, so that none
   * of its records comes twice; other content never overwrites what is there, and content that comes back after other content of that name
   * is news.
   */
  public static Landed land(LakeConfig config, Source source, java.nio.file.Path file, Instant landed) {
    problem(file).ifPresent(problem -> {
      throw new IllegalArgumentException("Cannot land " + file + ": " + problem);
    });
    String name = file.getFileName().toString();
    try {
      Optional<Path> same = withContentOf(file, newestByName(config, source).values());
      return same.isPresent() ? landed(source, same.get(), true)
          : landed(source, copy(config, source, file, new LandedPath(landed, name)), false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot land " + file + " for source " + source.name() + ": " + e.getMessage(), e);
    }
  }

  /** Why a file cannot be landed, the second half of a sentence; empty when it can. */
  public static Optional<String> problem(java.nio.file.Path file) {
    return ReadableFile.problem(file).or(() -> problemOfName(String.valueOf(file.getFileName()))).or(() -> problemOfSize(file));
  }

  private static Optional<String> problemOfName(String name) {
    if (name.startsWith(".")) {
      return Optional.of("a leading dot marks files that are still being written. Allowed: any other name");
    }
    if (name.contains("\\")) {
      return Optional.of("the lake would take the backslash for a folder. Allowed: a name without it");
    }
    return Optional.ofNullable(ControlCharacters.problem(name)).map(problem -> "its name is no name in the lake: " + problem);
  }

  private static Optional<String> problemOfSize(java.nio.file.Path file) {
    try {
      long size = Files.size(file);
      return size == 0 ? Optional.of("it is empty") : problemOfSize(size);
    } catch (IOException e) {
      return Optional.of("it cannot be looked at (" + e.getMessage() + ")");
    }
  }

  /** Why a file of this size is not read. */
  static Optional<String> problemOfSize(long size) {
    return size <= MOST_BYTES ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
        "it has %,d bytes, and a file is read whole. Allowed: at most %,d; split it", size, MOST_BYTES));
  }

  /** Reads every record of every landed file once, then ends. */
  public static FileSource<RawMessage> source(LakeConfig config, Source source) {
    return RawFiles.source(config.rawFolder(source), new LandedRecords.Opener(source));
  }

  /** The file that was landed last under each name. */
  private static Map<String, FileStatus> newestByName(LakeConfig config, Source source) throws IOException {
    Map<String, FileStatus> newest = new LinkedHashMap<>();
    RawFiles.list(config.rawFolder(source)).forEach(landed -> newest.put(landed.getPath().getName(), landed));
    return newest;
  }

  private static Optional<Path> withContentOf(java.nio.file.Path file, Collection<FileStatus> newest) throws IOException {
    for (FileStatus landed : newest) {
      if (landed.getLen() == Files.size(file) && sameContent(landed.getPath(), file)) {
        return Optional.of(landed.getPath());
      }
    }
    return Optional.empty();
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
    try (InputStream there = landed.getFileSystem().open(landed); InputStream here = Files.newInputStream(file)) {
      byte[] left = there.readNBytes(1 << 20);
      byte[] right = here.readNBytes(1 << 20);
      while (left.length > 0 && Arrays.equals(left, right)) {
        left = there.readNBytes(1 << 20);
        right = here.readNBytes(1 << 20);
      }
      return left.length == 0 && right.length == 0;
    }
  }

  private static Landed landed(Source source, Path path, boolean before) {
    LandedPath landed = LandedPath.parse(path.getPath());
    return new Landed(source.lakeFolder() + "/" + landed, landed.landed(), before);
  }
}
