package io.twinlane.kafka;

import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.PlacedRow;
import io.twinlane.types.RowTypes;
import java.util.List;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.types.Either;

/**
 * Reads a category's topic. After a restart of the job that writes it some rows come again: {@link DropRepeats} or an idempotent store. A
 * record that is no row stops nobody: every reader counts it, and the one who stores rows keeps it.
 */
public final class CategoryTopicSource {
  /** The source of a record of which nobody knows who wrote it. */
  public static final String UNKNOWN_SOURCE = "unknown";

  private CategoryTopicSource() {}

  /** The rows alone, for who computes with them. */
  public static TopicInput<CategoryRow> of(KafkaConfig kafka, CategoryCodec codec, Reading reading) {
    return new TopicInput<>(kafka, topics(codec), reading,
        new Decoding<>(codec::decode, (record, why) -> null, RowTypes.CATEGORY_ROW), null);
  }

  /** The rows with the place of each, for {@link TellCatchUp}. */
  public static TopicInput<PlacedRow> placed(KafkaConfig kafka, CategoryCodec codec, Reading reading) {
    return new TopicInput<>(kafka, topics(codec), reading,
        new PlacedRecords(new Decoding<>(codec::decode, (record, why) -> null, RowTypes.CATEGORY_ROW)), null);
  }

  /** The rows (left), and what stands for each record that is none (right), for who stores both. */
  public static TopicInput<Either<CategoryRow, UnqualifiedRow>> withUndecodable(KafkaConfig kafka, CategoryCodec codec, Reading reading) {
    TopicIds ids = TopicIds.of(kafka, topics(codec));
    String category = codec.category().name();
    return new TopicInput<>(kafka, topics(codec), reading, new Decoding<>(
        bytes -> Either.Left(codec.decode(bytes)),
        (record, why) -> Either.Right(UndecodableRecord.row(record, ids, UNKNOWN_SOURCE, category, why)),
        new EitherTypeInfo<>(RowTypes.CATEGORY_ROW, RowTypes.UNQUALIFIED_ROW)), ids);
  }

  private static List<String> topics(CategoryCodec codec) {
    return List.of(KafkaTopics.categoryTopic(codec.category().name()));
  }
}
