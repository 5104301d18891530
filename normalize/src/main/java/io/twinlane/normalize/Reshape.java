package io.twinlane.normalize;

import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what was kept in an earlier shape into today's, by the names of fields and states. A field that is new is null and MISSING, one that
 * is no more is forgotten. What cannot keep its meaning (another dtype, another unit, a state that is no more) is refused.
 */
public final class Reshape {
  private static final int NEW = -1;

  private final RowShape from;
  private final RowShape to;
  private final int[] places;
  private final byte[] codes;
  private final byte missing;

  /** Throws with {@link #obstacles} when there are any. */
  public Reshape(RowShape from, RowShape to) {
    List<String> obstacles = obstacles(from, to);
    if (!obstacles.isEmpty()) {
      throw new IllegalArgumentException("Cannot read what is kept of " + from.category() + ": " + String.join("; ", obstacles)
          + ". Give what changed a new name, or start without the state");
    }
    this.from = from;
    this.to = to;
    this.places = to.fields().stream().mapToInt(part -> from.indexOf(part.name())).toArray();
    this.codes = new byte[from.states().size()];
    for (int code = 0; code < codes.length; code++) {
      codes[code] = (byte) to.states().indexOf(from.states().get(code));
    }
    this.missing = (byte) to.states().indexOf(States.MISSING);
  }

  /** Why what was kept in one shape has no meaning in the other; empty when it has. */
  public static List<String> obstacles(RowShape from, RowShape to) {
    List<String> obstacles = new ArrayList<>();
    if (!from.category().equals(to.category())) {
      obstacles.add("they are rows of " + from.category() + ", not of " + to.category());
    }
    for (RowShape.Part was : from.fields()) {
      int place = to.indexOf(was.name());
      if (place >= 0) {
        addObstacle(was, to.fields().get(place), obstacles);
      }
    }
    from.states().stream().filter(state -> !to.states().contains(state))
        .forEach(state -> obstacles.add("there is no state " + state + " any more"));
    return obstacles;
  }

  private static void addObstacle(RowShape.Part was, RowShape.Part is, List<String> obstacles) {
    if (!was.dtype().equals(is.dtype())) {
      obstacles.add(was.name() + " was " + was.dtype() + " and is " + is.dtype());
    } else if (!was.unit().equals(is.unit()) && !is.unit().equals(Field.UNIT_VARIES)) {
      obstacles.add("the unit of " + was.name() + " was " + was.unit() + " and is " + is.unit());
    }
  }

  MergedState state(MergedState kept) {
    return new MergedState(to, values(kept.values()), units(kept), states(kept.givenStates()), code(kept.sticky()), kept.from(),
        HeldMappings.at(kept.mappings(), places, NEW));
  }

  /** The row in today's shape. */
  public CategoryRow row(CategoryRow kept) {
    return kept.with(values(kept.values), units(kept.units, kept.values), states(kept.states));
  }

  private String[] units(MergedState kept) {
    return units(kept.units(), kept.values());
  }

  private Object[] values(Object[] kept) {
    Object[] values = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = places[i] == NEW ? null : kept[places[i]];
    }
    return values;
  }

  /** A unit that was the same on every row was not kept with the rows: where it varies now, each value has the one of then. */
  private String[] units(String[] kept, Object[] values) {
    String[] units = new String[places.length];
    for (int i = 0; i < places.length; i++) {
      if (places[i] != NEW && to.fields().get(i).unit().equals(Field.UNIT_VARIES)) {
        String was = from.fields().get(places[i]).unit();
        boolean fixed = !was.equals(Field.UNIT_VARIES);
        units[i] = !fixed ? kept[places[i]] : was.equals(Field.NO_UNIT) || values[places[i]] == null ? null : was;
      }
    }
    return units;
  }

  private byte[] states(byte[] kept) {
    byte[] states = new byte[places.length];
    for (int i = 0; i < places.length; i++) {
      states[i] = places[i] == NEW ? missing : code(kept[places[i]]);
    }
    return states;
  }

  /** Codes below 0 are no states but marks of an update. */
  private byte code(byte kept) {
    return kept < 0 ? kept : codes[kept];
  }
}
