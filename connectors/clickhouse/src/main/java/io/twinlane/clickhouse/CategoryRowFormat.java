package io.twinlane.clickhouse;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowLayout;
import io.twinlane.normalize.RowShape;
import io.twinlane.types.KeptRowsSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Category rows in the table of their category, exactly and back. */
final class CategoryRowFormat implements RowFormat<CategoryRow> {
  private static final long serialVersionUID = 1;

  private final Category category;
  private final RowLayout layout;
  private final RowShape shape;
  private final List<TableColumn> columns;
  private final int eventEnd;

  CategoryRowFormat(Category category, States states) {
    this.category = category;
    this.layout = RowLayout.of(category, states);
    this.shape = RowShape.of(category, states);
    this.columns = ClickHouseTables.insertedColumns(category, states);
    this.eventEnd = category.indexOf(Category.EVENT_END);
  }

  @Override
  public String table() {
    return category.name();
  }

  @Override
  public List<TableColumn> columns() {
    return columns;
  }

  @Override
  public void write(CategoryRow row, RowBinaryOutput out) {
    layout.write(row, out);
  }

  @Override
  public CategoryRow read(RowBinaryInput in) throws IOException {
    return layout.read(in);
  }

  @Override
  public SimpleVersionedSerializer<List<CategoryRow>> kept() {
    return new KeptRowsSerializer(shape);
  }

  @Override
  public long ingestTime(CategoryRow row) {
    return row.ingestTime;
  }

  @Override
  public long heapBytes(CategoryRow row) {
    return RowBytes.of(row);
  }

  @Override
  public boolean endsMessage(CategoryRow row) {
    return eventEnd < 0 || !Boolean.FALSE.equals(row.values[eventEnd]);
  }

  @Override
  public MessageId message(CategoryRow row) {
    return new MessageId(row.origin, row.originOffset);
  }
}
