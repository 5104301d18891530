package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.local.recordings.RecordingFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run plays and lands: recordings of live sources, files of slow ones, and the catalog with the instrument table that goes with
 * them; {@code notes} tell what was found and is not played.
 */
record Material(Catalog catalog, Map<Source, List<RecordingFile>> recordings, Map<Source, List<Path>> files, List<String> notes) {
  /** Every source that takes part, live ones first. */
  List<Source> sources() {
    return Stream.concat(recordings.keySet().stream(), files.keySet().stream()).toList();
  }
}
