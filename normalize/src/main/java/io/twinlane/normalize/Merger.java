package io.twinlane.normalize;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.States;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Merges the deltas of one key, in origin order, into whole rows. A field that a delta leaves out comes from what is held, as CARRIED. A
 * delta whose given fields (timestamps and the identifier aside) all equal what is held, value, unit and state, gives no row: it is dropped
 * as UNCHANGED, and only a state that it announces for later messages is kept. What an older version of the mapping had read is no ground
 * for dropping: the newer one may have read it otherwise. A row says the oldest version that had a part in it, and where the first message
 * that had stands. Stateless; may be shared.
 */
public final class Merger {
  /** What one category's merge needs to know. */
  private record Plan(RowShape shape, boolean[] compared, byte otherwise) {}

  private final Map<String, Plan> plans = new HashMap<>();
  private final byte missing;
  private final byte carried;

  public Merger(NormalizeSpec spec) {
    missing = spec.states().code(States.MISSING);
    carried = spec.states().code(States.CARRIED);
    for (MessageRule rule : spec.source().messages()) {
      if (rule.merge() && (rule.state().sticky() || !plans.containsKey(rule.category()))) {
        String otherwise = rule.state().otherwise();
        byte unsaid = otherwise == null ? missing : spec.states().code(otherwise);
        Category category = spec.category(rule.category());
        plans.put(rule.category(), new Plan(RowShape.of(category, spec.states()), compared(category), unsaid));
      }
    }
  }

  private static boolean[] compared(Category category) {
    boolean[] compared = new boolean[category.fields().size()];
    for (int i = 0; i < compared.length; i++) {
      compared[i] = category.fields().get(i).dtype().kind() != Dtype.Kind.TIMESTAMP && i != category.identifierIndex();
    }
    return compared;
  }

  /** The shapes of what is kept, one for each category whose deltas are merged, in name order. */
  public List<RowShape> shapes() {
    return plans.values().stream().map(Plan::shape).sorted(Comparator.comparing(RowShape::category)).toList();
  }

  /**
   * Merges one update into what is held of its key; {@code previous} is null for a key that was never seen, and may be of an earlier shape.
   * Changes neither.
   */
  public Merged merge(MergedState previous, Update update) {
    CategoryRow delta = update.row();
    if (update.whole()) {
      return new Merged(previous, delta, null);
    }
    Plan plan = plans.get(delta.category);
    MergedState held = previous != null ? previous.in(plan.shape) : nothing(plan.shape, delta);
    byte sticky = update.sticky() == Update.ABSENT ? held.sticky() : update.sticky();
    byte effective = sticky == Update.ABSENT ? plan.otherwise : sticky;
    if (!changes(held, update, plan, effective)) {
      String[] mappings = HeldMappings.after(held.mappings(), update, false);
      boolean same = sticky == held.sticky() && mappings == held.mappings();
      return new Merged(same ? held : held.with(sticky, Math.min(held.from(), delta.originOffset), mappings), null,
          new DroppedMessage(delta.sourceSystem, Reasons.UNCHANGED, delta.origin, delta.originOffset, delta.mappingVersion, delta.ingestTime));
    }
    return combine(held, update, sticky, effective);
  }

  private MergedState nothing(RowShape shape, CategoryRow delta) {
    int fields = shape.fields().size();
    byte[] given = new byte[fields];
    java.util.Arrays.fill(given, missing);
    return new MergedState(shape, new Object[fields], new String[fields], given, Update.ABSENT, delta.originOffset,
        new String[] {delta.mappingVersion});
  }

  private boolean changes(MergedState held, Update update, Plan plan, byte effective) {
    CategoryRow delta = update.row();
    boolean mended = !HeldMappings.all(held.mappings(), delta.mappingVersion);
    for (int i = 0; i < delta.values.length; i++) {
      if (plan.compared[i] && delta.states[i] != Update.ABSENT
          && (mended && restsOnOther(held, update, i) || given(delta.states[i], effective) != held.givenStates()[i] || !Objects.equals(delta.values[i], held.values()[i])
              || !Objects.equals(delta.units[i], held.units()[i]))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what a field is compared with was read by another version of the mapping. */
  private static boolean restsOnOther(MergedState held, Update update, int field) {
    String version = update.row().mappingVersion;
    boolean announcedBefore = update.row().states[field] == Update.STICKY && update.sticky() == Update.ABSENT;
    return !HeldMappings.rests(held.mappings(), field, version)
        || announcedBefore && !HeldMappings.rests(held.mappings(), update.row().states.length, version);
  }

  private Merged combine(MergedState held, Update update, byte sticky, byte effective) {
    CategoryRow delta = update.row();
    int fields = delta.values.length;
    Object[] values = held.values().clone();
    String[] units = held.units().clone();
    byte[] given = held.givenStates().clone();
    byte[] states = new byte[fields];
    for (int i = 0; i < fields; i++) {
      if (delta.states[i] == Update.ABSENT) {
        states[i] = values[i] == null ? missing : carried;
      } else {
        values[i] = delta.values[i];
        units[i] = delta.units[i];
        given[i] = given(delta.states[i], effective);
        states[i] = given[i];
      }
    }
    long from = Math.min(held.from(), delta.originOffset);
    CategoryRow row = delta.with(values.clone(), units.clone(), states, HeldMappings.oldest(held.mappings(), delta.mappingVersion), from);
    String[] mappings = HeldMappings.after(held.mappings(), update, true);
    return new Merged(new MergedState(held.shape(), values, units, given, sticky, from, mappings), row, null);
  }

  private static byte given(byte state, byte effective) {
    return state == Update.STICKY ? effective : state;
  }
}
