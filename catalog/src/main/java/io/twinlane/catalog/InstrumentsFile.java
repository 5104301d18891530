package io.twinlane.catalog;

import io.twinlane.catalog.load.BoundedText;
import io.twinlane.catalog.load.InstrumentLines;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Reads the instrument table: CSV lines of source, id, symbol, price_unit and size_unit, below a header or without one. */
public final class InstrumentsFile {
  private InstrumentsFile() {}

  /** The catalog's own table; {@code units} are the names that units may use. */
  public static Instruments read(Path file, Collection<String> sources, Collection<String> units, Problems problems) {
    InstrumentLines lines = new InstrumentLines(problems.shown(file), sources, units, problems);
    return new Instruments(BoundedText.read(file, BoundedText.MAX_TABLE_BYTES, problems).map(lines::read).orElse(List.of()));
  }

  /**
   * A person's own table laid over the catalog's: its entries replace those of the same source with the same id or the same symbol. Its
   * units may have names that the catalog does not list. Throws {@link CatalogProblems}.
   */
  public static Catalog overlay(Path file, Catalog catalog) {
    Problems problems = new Problems(file.toAbsolutePath().getParent());
    Instruments own = read(file.toAbsolutePath(), catalog.sources().stream().map(Source::name).toList(), null, problems);
    problems.refuseIfAny("instruments from " + file);
    return catalog.with(catalog.instruments().replacedBy(own));
  }
}
