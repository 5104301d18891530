package io.twinlane.lake;

import io.twinlane.catalog.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.fs.FileStatus;

/** Counts what is archived of a source; asked again, it opens only files that are new. Not thread-safe. */
public final class ArchiveCount {
  private final String folder;
  private final Map<String, Long> counted = new HashMap<>();

  public ArchiveCount(LakeConfig config, Source source) {
    this.folder = config.rawFolder(source);
  }

  /** Messages in finished archive files; one that an archive begun anew holds again counts again. */
  public long messages() {
    try {
      for (FileStatus file : RawFiles.list(folder)) {
        String path = file.getPath().getPath();
        if (!counted.containsKey(path)) {
          counted.put(path, ArchivedMessages.count(file.getPath()));
        }
      }
      return counted.values().stream().mapToLong(Long::longValue).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot count the archive " + folder + ": " + e.getMessage(), e);
    }
  }
}
