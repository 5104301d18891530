package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.FlinkTables;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.catalog.derive.TableColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @Test
  void every_store_declares_the_columns_of_the_layout_in_its_order() throws IOException {
    assertThat(CATALOG.categories()).isNotEmpty();
    for (Category category : CATALOG.categories()) {
      RowLayout layout = RowLayout.of(category, CATALOG.states());
      List<String> all = names(layout.columns());
      List<String> varying = names(layout.varying());
      assertThat(texts(AvroSchemas.wire(category, CATALOG.states()))).as("wire").isEqualTo(varying);
      assertThat(texts(AvroSchemas.reader(category, CATALOG.states()))).as("reader schema").isEqualTo(all);
      assertThat(ClickHouseTables.insertedColumns(category, CATALOG.states())).extracting(TableColumn::name).as("inserts").isEqualTo(varying);
      assertThat(texts(IcebergSchemas.silver(CATALOG, category).schema())).as("silver").startsWith("dt").endsWith(all.toArray(String[]::new));
      assertThat(FlinkTables.createStatement(CATALOG, category).lines().filter(line -> line.matches("  `\\w+` (?!AS).*"))
          .map(line -> line.split("`")[1]).toList()).as("SQL").isEqualTo(all);
    }
  }

  @Test
  void a_row_comes_back_from_what_was_written_of_it_and_each_column_reads_what_was_written() {
    Category category = CATALOG.category("market_tick");
    RowLayout layout = RowLayout.of(category, CATALOG.states());
    CategoryRow row = row(category);
    Recorded recorded = new Recorded();
    layout.write(row, recorded);
    List<Object> written = new ArrayList<>(recorded.seen);
    assertThat(written).hasSameSizeAs(layout.varying());
    assertThat(layout.read(new Recorded(written.iterator()))).isEqualTo(row);
    List<RowColumn> varying = layout.varying();
    for (int i = 0; i < written.size(); i++) {
      Object cell = varying.get(i).meta() == RowColumn.Meta.STATE ? CATALOG.states().name((byte) written.get(i)) : written.get(i);
      assertThat(varying.get(i).of(row)).as(varying.get(i).name()).isEqualTo(cell);
    }
  }

  @Test
  void a_row_that_no_store_may_hold_is_refused() {
    Category category = CATALOG.category("market_tick");
    RowLayout layout = RowLayout.of(category, CATALOG.states());
    CategoryRow nameless = row(category);
    nameless.values[category.identifierIndex()] = null;
    assertThatThrownBy(() -> layout.write(nameless, new Recorded())).hasMessage("the required field symbol has no value");
    CategoryRow odd = row(category);
    odd.states[0] = 99;
    assertThatThrownBy(() -> layout.write(odd, new Recorded())).hasMessageContaining("the state code 99 of ");
  }

  private static List<String> names(List<RowColumn> columns) {
    return columns.stream().map(RowColumn::name).toList();
  }

  private static List<String> texts(String schema) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode field : new ObjectMapper().readTree(schema).path("fields")) {
      names.add(field.path("name").asText());
    }
    return names;
  }

  /** Every value tells its place. */
  private static CategoryRow row(Category category) {
    int count = category.fields().size();
    Object[] values = new Object[count];
    String[] units = new String[count];
    byte[] states = new byte[count];
    for (int i = 0; i < count; i++) {
      values[i] = "value " + i;
      units[i] = category.fields().get(i).unitVaries() ? "unit " + i : null;
      states[i] = (byte) (i % CATALOG.states().list().size());
    }
    return new CategoryRow(category.name(), values, units, states, "ib", "raw.ib/0", 7, 2, "ib/1", 5, 99);
  }

  /** What was written, as it is, and back. */
  private static final class Recorded implements RowOutput<RuntimeException>, RowInput<RuntimeException> {
    private final List<Object> seen = new ArrayList<>();
    private final Iterator<Object> from;

    Recorded() {
      this(List.of().iterator());
    }

    Recorded(Iterator<Object> from) {
      this.from = from;
    }

    @Override
    public void value(Field field, Object value) {
      seen.add(value);
    }

    @Override
    public void unit(Field field, String unit) {
      seen.add(unit);
    }

    @Override
    public void state(Field field, byte code) {
      seen.add(code);
    }

    @Override
    public void text(String value) {
      seen.add(value);
    }

    @Override
    public void number(long value) {
      seen.add(value);
    }

    @Override
    public Object value(Field field) {
      return from.next();
    }

    @Override
    public String unit(Field field) {
      return (String) from.next();
    }

    @Override
    public byte state(Field field) {
      return (byte) from.next();
    }

    @Override
    public String text() {
      return (String) from.next();
    }

    @Override
    public long number() {
      return (long) from.next();
    }
  }
}
