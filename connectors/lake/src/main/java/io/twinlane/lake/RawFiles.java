package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The finished files below a raw folder: those without a leading dot, which marks what is still being written. */
final class RawFiles {
  private RawFiles() {}

  /** A bounded source over every finished file; a folder that is not there yet holds none. */
  static FileSource<RawMessage> source(String folder, MessageReader.Opener opener) {
    Path path = new Path(folder);
    try {
      path.getFileSystem().mkdirs(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the raw folder " + folder + ": " + e.getMessage(), e);
    }
    return FileSource.forBulkFileFormat(new RawFileFormat(opener), path)
        .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(new Finished()))
        .build();
  }

  /** Every finished file, in the order of their paths. */
  static List<FileStatus> list(String folder) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    Path path = new Path(folder);
    FileSystem fileSystem = path.getFileSystem();
    if (fileSystem.exists(path)) {
      collect(fileSystem, path, files);
    }
    files.sort(Comparator.comparing(file -> file.getPath().getPath()));
    return files;
  }

  private static void collect(FileSystem fileSystem, Path folder, List<FileStatus> files) throws IOException {
    FileStatus[] entries = fileSystem.listStatus(folder);
    for (FileStatus entry : entries == null ? new FileStatus[0] : entries) {
      if (finished(entry.getPath())) {
        if (entry.isDir()) {
          collect(fileSystem, entry.getPath(), files);
        } else {
          files.add(entry);
        }
      }
    }
  }

  private static boolean finished(Path path) {
    return !path.getName().startsWith(".");
  }

  private static final class Finished implements Predicate<Path>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean test(Path path) {
      return finished(path);
    }
  }
}
