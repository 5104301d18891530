package io.twinlane.kafka.codec;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.apache.avro.Schema;

/**
 * A category's rows as bytes: Avro single objects of the wire schema, written and read field by field without an object in between.
 * Rows that an older wire schema wrote are read through Avro's library. Safe for use by many threads.
 */
public final class CategoryCodec implements Serializable {
  private final Category category;
  private final WireFields fields;
  private final SingleObject envelope;
  private final HashMap<Long, OlderRows> older = new HashMap<>();

  private CategoryCodec(Category category, States states, List<String> olderSchemas) {
    this.category = category;
    Schema wire = parse(AvroSchemas.wire(category, states));
    fields = new WireFields(category, states);
    envelope = new SingleObject(wire);
    for (String text : olderSchemas) {
      add(parse(text), wire, states);
    }
  }

  public static CategoryCodec of(Category category, States states) {
    return of(category, states, List.of());
  }

  /** One that also reads what the given earlier wire schemas wrote. */
  public static CategoryCodec of(Category category, States states, List<String> olderWireSchemas) {
    return new CategoryCodec(category, states, olderWireSchemas);
  }

  public Category category() {
    return category;
  }

  public byte[] encode(CategoryRow row) {
    return envelope.write(encoder -> fields.write(row, encoder));
  }

  public CategoryRow decode(byte[] bytes) {
    try {
      long fingerprint = SingleObject.fingerprint(bytes);
      if (fingerprint == envelope.fingerprint()) {
        return fields.read(SingleObject.decoder(bytes));
      }
      OlderRows rows = older.get(fingerprint);
      if (rows == null) {
        throw new IllegalArgumentException("schema " + SingleObject.hex(fingerprint) + " is not known here; known are "
            + SingleObject.hex(envelope.fingerprint()) + " (now) and " + older.keySet().stream().map(SingleObject::hex).toList());
      }
      return rows.read(SingleObject.decoder(bytes));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Cannot read a row of " + category.name() + ": " + e.getMessage(), e);
    }
  }

  /** Avro's fingerprint does not see a decimal's scale: two schemas that differ in it alone cannot be told apart in the topic. */
  private void add(Schema schema, Schema wire, States states) {
    long fingerprint = new SingleObject(schema).fingerprint();
    if (fingerprint != envelope.fingerprint()) {
      older.put(fingerprint, new OlderRows(category, states, schema));
      return;
    }
    for (Schema.Field field : schema.getFields()) {
      if (!field.schema().equals(wire.getField(field.name()).schema())) {
        throw new IllegalArgumentException("Cannot tell old rows of " + category.name() + " from new ones: " + field.name()
            + " was " + field.schema() + " and is " + wire.getField(field.name()).schema()
            + ", which Avro's fingerprint takes for the same. Give the field a new name instead.");
      }
    }
  }

  private static Schema parse(String text) {
    return new Schema.Parser().parse(text);
  }
}
