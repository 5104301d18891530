package io.twinlane.local.recordings;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a recording's first messages are what its source sends: judged by the normalize functions of all live sources themselves. */
final class Likeness {
  private static final int SAMPLE = 500;

  private final Source source;
  private final Fit own;
  private final List<Fit> others;
  private int seen;

  Likeness(Catalog catalog, Source source) {
    this.source = source;
    own = new Fit(NormalizeSpec.of(catalog, source));
    others = catalog.sources(Source.Lane.LIVE).stream().filter(other -> !other.name().equals(source.name()))
        .map(other -> new Fit(NormalizeSpec.of(catalog, other))).toList();
  }

  /** Looks at a message, if it is among the first. */
  void see(Recorded message) {
    if (seen < SAMPLE) {
      long now = Instant.now().toEpochMilli() * 1_000;
      RawMessage raw = new RawMessage("sample", seen++, message.received() == null ? now : message.received(), now, message.message(), null);
      own.see(raw);
      others.forEach(other -> other.see(raw));
    }
  }

  /** Says what is odd about the recording; empty when most of its messages are what the source sends. */
  Optional<String> warning(Path file) {
    Optional<Fit> better = others.stream().max(Comparator.comparingInt(Fit::kept))
        .filter(best -> best.kept() > own.kept() && !mostly(best.unqualified()));
    if (!mostly(own.unqualified()) && (own.kept() > 0 || better.isEmpty())) {
      return Optional.empty();
    }
    String all = String.format(Locale.ROOT, seen < SAMPLE ? "its %,d messages" : "its first %,d messages", seen);
    String what = mostly(own.unqualified())
        ? String.format(Locale.ROOT, "%,d of %s are unqualified (%s)", own.unqualified(), all, own.reasons()) : all + " give no row";
    return Optional.of(file + " does not look like " + source.name() + ": " + what
        + better.map(best -> ". It looks like " + best.source()).orElse(""));
  }

  private boolean mostly(int messages) {
    return 2 * messages > seen;
  }
}
