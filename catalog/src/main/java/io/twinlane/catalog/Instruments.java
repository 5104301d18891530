package io.twinlane.catalog;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
}
