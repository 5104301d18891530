package io.twinlane.jobs.operators;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.States;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The catalog of the repository as it may have been, or may become. */
final class Catalogs {
  private static final String CATEGORY = "market_tick";

  private Catalogs() {}

  /** An earlier one: bid and ask in each other's place, one field fewer, one field more, a state fewer. */
  static Catalog before(Catalog now) {
    List<Field> fields = new ArrayList<>(now.category(CATEGORY).fields());
    Collections.swap(fields, place(fields, "bid_price"), place(fields, "ask_price"));
    fields.remove(place(fields, "trade_id"));
    fields.add(3, new Field("venue", Dtype.STRING, Field.NO_UNIT, false, "Forgotten since"));
    States states = new States(List.copyOf(now.states().list().subList(0, now.states().list().size() - 1)));
    return with(now, fields, states);
  }

  /** One in which a price has another scale. */
  static Catalog rescaled(Catalog now) {
    List<Field> fields = new ArrayList<>(now.category(CATEGORY).fields());
    int place = place(fields, "last_price");
    fields.set(place, new Field("last_price", Dtype.decimal(24, 8), Field.UNIT_VARIES, false, ""));
    return with(now, fields, now.states());
  }

  /** One in which a source's mapping has the next version. */
  static Catalog mended(Catalog now, String name) {
    List<Source> sources = new ArrayList<>(now.sources());
    sources.replaceAll(s -> !s.name().equals(name) ? s : new Source(s.name(), s.version() + 1, s.description(), s.lane(), s.type(), s.dataset(),
        s.format(), s.records(), s.identifier(), s.columns(), s.drops(), s.messages()));
    return new Catalog(now.platform(), now.states(), now.units(), now.categories(), sources, now.teams(), now.computations(), now.instruments(),
        now.reasons());
  }

  private static Catalog with(Catalog now, List<Field> fields, States states) {
    Category tick = now.category(CATEGORY);
    Category changed = new Category(
        CATEGORY, tick.description(), tick.identifier(), tick.timestamp(), tick.keys(), tick.retention(), fields);
    List<Category> categories = new ArrayList<>(now.categories());
    categories.replaceAll(category -> category.equals(tick) ? changed : category);
    return new Catalog(now.platform(), states, now.units(), categories, now.sources(), now.teams(), now.computations(), now.instruments(),
        now.reasons());
  }

  private static int place(List<Field> fields, String name) {
    return fields.stream().map(Field::name).toList().indexOf(name);
  }
}
