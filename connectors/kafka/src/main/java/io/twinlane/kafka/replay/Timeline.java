package io.twinlane.kafka.replay;

import io.twinlane.normalize.record.Stretches;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one time axis that recordings are played along: all of them at their real distance in time, each pause in which none of them has a
 * message shortened to a limit. Times are microseconds UTC, places on the axis microseconds from its beginning.
 */
final class Timeline {
  private record Stretch(long start, long end) {}

  private final long limit;
  private final long[] starts;
  private final long[] ends;
  private final long[] places;
  private int size;
  private long leftOut;

  private Timeline(int stretches, long limit) {
    this.limit = limit;
    starts = new long[stretches];
    ends = new long[stretches];
    places = new long[stretches];
  }

  static Timeline of(Collection<Stretches> recordings, MaxGap maxGap) {
    List<Stretch> all = recordings.stream()
        .flatMap(times -> IntStream.range(0, times.size()).mapToObj(i -> new Stretch(times.start(i), times.end(i))))
        .sorted(Comparator.comparingLong(Stretch::start)).toList();
    Timeline timeline = new Timeline(all.size(), maxGap.micros());
    all.forEach(timeline::add);
    return timeline;
  }

  private void add(Stretch next) {
    if (size > 0 && next.start - ends[size - 1] <= limit) {
      ends[size - 1] = Math.max(ends[size - 1], next.end);
      return;
    }
    places[size] = size == 0 ? 0 : length() + limit;
    leftOut += size == 0 ? 0 : next.start - ends[size - 1] - limit;
    starts[size] = next.start;
    ends[size] = next.end;
    size++;
  }

  /** Where on the axis a message is that was received at some time. */
  long place(long micros) {
    int found = Arrays.binarySearch(starts, 0, size, micros);
    int stretch = found >= 0 ? found : -found - 2;
    if (stretch < 0) {
      return 0;
    }
    long pause = Math.max(0, micros - ends[stretch]);
    return places[stretch] + Math.min(micros, ends[stretch]) - starts[stretch] + Math.min(pause, limit);
  }

  /** The place of the last message. */
  long length() {
    return size == 0 ? 0 : places[size - 1] + ends[size - 1] - starts[size - 1];
  }

  Shortened shortened() {
    return new Shortened(Math.max(0, size - 1), Duration.of(leftOut, ChronoUnit.MICROS));
  }
}
