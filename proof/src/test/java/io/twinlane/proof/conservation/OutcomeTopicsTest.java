package io.twinlane.proof.conservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.normalize.DroppedMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutcomeTopicsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source IB = CATALOG.source("ib");
  private static final DroppedMessage DROP = new DroppedMessage("ib", "HEARTBEAT", "raw.ib@9rs4Tx3iQ-2Rk1v8bq2W0g/0", 7, "ib/1", 1_000_000);

  private final OutcomeTopics topics = new OutcomeTopics(CATALOG, List.of(IB));
  private final List<String> told = new ArrayList<>();

  private final OutcomeTopics.Visitor visitor = new OutcomeTopics.Visitor() {
    @Override
    public void dropped(DroppedMessage message) {
      told.add("dropped " + message.originOffset());
    }

    @Override
    public void undecodable(String topic) {
      told.add("undecodable " + topic);
    }
  };

  @Test
  void a_record_that_is_none_of_its_topic_is_told_and_the_others_count() {
    byte[] receipt = new DroppedCodec(CATALOG.receipts()).encode(DROP);
    visit(IB.droppedTopic(), receipt);
    visit(IB.droppedTopic(), "hello".getBytes(StandardCharsets.UTF_8));
    visit(IB.unqualifiedTopic(), null);
    visit("category.market_tick", new byte[] {1, 2, 3});

    assertThat(told).containsExactly(
        "dropped 7", "undecodable dropped.ib", "undecodable unqualified.ib", "undecodable category.market_tick");
  }

  @Test
  void a_receipt_of_ours_whose_schema_is_not_known_is_no_foreign_record() {
    byte[] receipt = new DroppedCodec(CATALOG.receipts()).encode(DROP);
    receipt[2] ^= 1;

    assertThatThrownBy(() -> visit(IB.droppedTopic(), receipt)).hasMessageStartingWith("Cannot read a row of dropped: schema ")
        .hasMessageContaining("Put catalog/released/avro/dropped.");
    assertThat(told).isEmpty();
  }

  private void visit(String topic, byte[] value) {
    topics.visit(new ConsumerRecord<>(topic, 0, 0, null, value), visitor);
  }
}
