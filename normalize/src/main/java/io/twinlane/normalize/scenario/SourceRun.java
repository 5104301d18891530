package io.twinlane.normalize.scenario;

import io.twinlane.catalog.MessageRule;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.Merged;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.Merger;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that a source's messages go through, in one thread and in memory: normalize, then merge per key. Keeps what came of them. */
public final class SourceRun implements NormalizeOutput {
  private final Normalizer normalizer;
  private final Merger merger;
  private final Map<String, MergedState> states = new HashMap<>();
  private final List<CategoryRow> rows = new ArrayList<>();
  private final List<UnqualifiedRow> unqualified = new ArrayList<>();
  private final List<DroppedMessage> dropped = new ArrayList<>();
  private final Set<String> rules = new LinkedHashSet<>();

  public SourceRun(NormalizeSpec spec) {
    normalizer = new Normalizer(spec);
    merger = new Merger(spec);
  }

  /** In the order in which the messages stand in their origin. */
  public void send(RawMessage message) {
    MessageRule rule = normalizer.normalize(message, this);
    if (rule != null) {
      rules.add(rule.name());
    }
  }

  public List<CategoryRow> rows() {
    return rows;
  }

  public List<UnqualifiedRow> unqualified() {
    return unqualified;
  }

  public List<DroppedMessage> droppedMessages() {
    return dropped;
  }

  /** The names of the message rules that took a message. */
  public Set<String> rules() {
    return rules;
  }

  @Override
  public void row(CategoryRow row) {
    rows.add(row);
  }

  @Override
  public void update(Update update) {
    Merged merged = merger.merge(states.get(update.mergeKey()), update);
    states.put(update.mergeKey(), merged.state());
    if (merged.row() != null) {
      rows.add(merged.row());
    } else {
      dropped.add(merged.dropped());
    }
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    unqualified.add(row);
  }

  @Override
  public void dropped(DroppedMessage message) {
    dropped.add(message);
  }
}
