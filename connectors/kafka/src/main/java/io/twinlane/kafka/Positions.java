package io.twinlane.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * How far a topic was read, by partition, kept with the source's offsets. Partitions may be read by another subtask after a restart, so every
 * subtask sees all places, and of two places of one partition the further one holds.
 */
final class Positions {
  /** Stands in every checkpoint, also before anything was read: one without it was made by a job that kept no places. */
  private static final int ANY = -1;

  private final ListState<Tuple2<Integer, Long>> kept;
  private final Map<Integer, Long> restored = new HashMap<>();
  private long[] read = {};

  Positions(OperatorStateStore store) throws Exception {
    kept = store.getUnionListState(new ListStateDescriptor<>("next-offsets", Types.TUPLE(Types.INT, Types.LONG)));
    for (Tuple2<Integer, Long> place : kept.get()) {
      restored.merge(place.f0, place.f1, Math::max);
    }
  }

  /** Whether a checkpoint had places, were it of a topic that nothing was read of. */
  boolean restored() {
    return restored.containsKey(ANY);
  }

  /** The first offset of the partition that was not read when the job (re)started; 0 where nothing says so. */
  long atStart(int partition) {
    return restored.getOrDefault(partition, 0L);
  }

  void read(int partition, long offset) {
    if (partition >= read.length) {
      read = Arrays.copyOf(read, partition + 1);
    }
    read[partition] = offset + 1;
  }

  /** {@code first}: whether this subtask writes what was restored, for partitions that nobody has read since. */
  void save(boolean first) throws Exception {
    List<Tuple2<Integer, Long>> places = new ArrayList<>();
    if (first) {
      places.add(Tuple2.of(ANY, 0L));
      restored.forEach((partition, next) -> places.add(Tuple2.of(partition, next)));
    }
    for (int partition = 0; partition < read.length; partition++) {
      if (read[partition] > 0) {
        places.add(Tuple2.of(partition, read[partition]));
      }
    }
    kept.update(places);
  }
}
