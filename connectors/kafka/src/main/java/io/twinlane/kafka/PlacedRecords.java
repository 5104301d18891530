package io.twinlane.kafka;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.PlacedRow;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says where each row stood in its topic. A record without a row is told, too: {@link TellCatchUp} counts places. */
final class PlacedRecords implements KafkaRecordDeserializationSchema<PlacedRow> {
  private static final long serialVersionUID = 1L;

  private final KafkaRecordDeserializationSchema<CategoryRow> rows;
  private transient Placing placing;

  PlacedRecords(KafkaRecordDeserializationSchema<CategoryRow> rows) {
    this.rows = rows;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) throws Exception {
    rows.open(context);
    placing = new Placing();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PlacedRow> out) throws IOException {
    placing.out = out;
    placing.record = record;
    placing.rows = 0;
    rows.deserialize(record, placing);
    if (placing.rows == 0) {
      out.collect(new PlacedRow(record.partition(), record.offset(), null));
    }
  }

  @Override
  public TypeInformation<PlacedRow> getProducedType() {
    return RowTypes.PLACED_ROW;
  }

  /** Takes a record's rows and hands them on with its place. */
  private static final class Placing implements Collector<CategoryRow> {
    private Collector<PlacedRow> out;
    private ConsumerRecord<byte[], byte[]> record;
    private int rows;

    @Override
    public void collect(CategoryRow row) {
      rows++;
      out.collect(new PlacedRow(record.partition(), record.offset(), row));
    }

    @Override
    public void close() {}
  }
}
