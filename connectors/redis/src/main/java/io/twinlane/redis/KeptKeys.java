package io.twinlane.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/** The memory of keys as keyed state: a key goes where its rows go when a job is rescaled. */
final class KeptKeys {
  private static final ValueStateDescriptor<KeptHash> KEPT = new ValueStateDescriptor<>("kept-keys", KeptHashSerializer.INSTANCE);
  /** So many changed keys are put into the state without waiting for a checkpoint, which may be long in coming. */
  private static final int MOST_UNSAVED = 10_000;

  private final KeyedStateBackend<String> backend;
  private final ValueState<KeptHash> state;
  private final KeyMemory memory;

  KeptKeys(KeyedStateBackend<String> backend, KeyMemory memory) throws Exception {
    this.backend = backend;
    this.memory = memory;
    this.state = backend.getPartitionedState(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, KEPT);
  }

  /** Fills the memory with what this subtask's share of a checkpoint holds, the first to expire first. */
  void restore() throws Exception {
    record Kept(Change change, boolean pending) {}
    List<Kept> found = new ArrayList<>();
    backend.applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, KEPT, (key, kept) -> {
      KeptHash hash = kept.value();
      found.add(new Kept(new Change(key, hash.fields(), hash.liveUntil()), hash.pending()));
    });
    found.sort(Comparator.comparingLong(kept -> kept.change().liveUntil()));
    found.forEach(kept -> memory.restore(kept.change(), kept.pending()));
  }

  /** Leaves the backend at any key: whoever needs a key sets it. */
  void save() throws Exception {
    memory.save(this::put);
  }

  void saveIfMany() throws Exception {
    if (memory.unsaved() > MOST_UNSAVED) {
      save();
    }
  }

  private void put(String key, Change change, boolean pending) throws Exception {
    backend.setCurrentKey(key);
    if (change == null) {
      state.clear();
    } else {
      state.update(new KeptHash(change.fields(), change.liveUntil(), pending));
    }
  }
}
