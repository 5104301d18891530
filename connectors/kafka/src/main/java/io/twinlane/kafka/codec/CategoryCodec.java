package io.twinlane.kafka.codec;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowLayout;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.generic.GenericRecord;

/**
 * A category's rows as bytes: Avro single objects of the wire schema, written and read field by field without an object in between.
 * Rows that an earlier wire schema wrote, as far as the category knows it, are read through Avro's library. Safe for use by many threads.
 */
public final class CategoryCodec implements Serializable {
  private final Category category;
  private final RowLayout layout;
  private final States states;
  private final WrittenSchemas schemas;

  private CategoryCodec(Category category, States states) {
    this.category = category;
    this.layout = RowLayout.of(category, states);
    this.states = states;
    this.schemas = new WrittenSchemas(category.name(), AvroSchemas.wire(category, states), category.releasedSchemas());
  }

  public static CategoryCodec of(Category category, States states) {
    return new CategoryCodec(category, states);
  }

  public Category category() {
    return category;
  }

  public byte[] encode(CategoryRow row) {
    try {
      return schemas.today().write(encoder -> layout.write(row, new WireFields.Output(encoder)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Cannot write a row of " + category.name() + ": " + e.getMessage(), e);
    }
  }

  /** The row. Throws {@link SchemaMissing} when the catalog here lacks its schema, {@code IllegalArgumentException} when it is no row. */
  public CategoryRow decode(byte[] bytes) {
    try {
      GenericRecord earlier = schemas.earlier(bytes);
      CategoryRow row = earlier == null
          ? SingleObject.read(bytes, decoder -> layout.read(new WireFields.Input(decoder, states.list().size())))
          : layout.read(new OlderRow(new EarlierRow(earlier), states));
      ArrivalTime.require(row.ingestTime);
      return row;
    } catch (SchemaMissing e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Cannot read a row of " + category.name() + ": " + e.getMessage(), e);
    }
  }
}
