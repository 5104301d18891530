package io.twinlane.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instrument table: at most one instrument for an identifier of a source, and one identifier for a symbol of a source. */
public record Instruments(List<Instrument> list) implements Serializable {
  /** The instruments of one source by its identifier. */
  public Map<String, Instrument> of(String source) {
    Map<String, Instrument> byId = new HashMap<>();
    for (Instrument instrument : list) {
      if (instrument.source().equals(source)) {
        byId.put(instrument.id(), instrument);
      }
    }
    return byId;
  }

  /** This table with another one's entries, which take the place of those of the same source with the same id or the same symbol. */
  public Instruments replacedBy(Instruments other) {
    Set<List<String>> replaced = new HashSet<>();
    other.list.forEach(theirs -> {
      replaced.add(List.of("id", theirs.source(), theirs.id()));
      replaced.add(List.of("symbol", theirs.source(), theirs.symbol()));
    });
    List<Instrument> all = new ArrayList<>(list);
    all.removeIf(mine -> replaced.contains(List.of("id", mine.source(), mine.id()))
        || replaced.contains(List.of("symbol", mine.source(), mine.symbol())));
    all.addAll(other.list);
    return new Instruments(List.copyOf(all));
  }
}
