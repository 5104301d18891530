package io.twinlane.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.jobs.silver.BatchLane;
import io.twinlane.lake.LakeCatalog;
import io.twinlane.normalize.RawMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.Configuration;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BronzeJobTest {
  private static EmbeddedFlink flink;

  @TempDir
  private Path dir;
  private BatchLane lane;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @BeforeEach
  void open() {
    lane = new BatchLane(flink, dir);
  }

  /** The rows of a bronze table by identity. */
  private Map<String, Record> table(String source) throws Exception {
    Map<String, Record> rows = new TreeMap<>();
    try (JdbcCatalog catalog = LakeCatalog.open(lane.lake);
        CloseableIterable<Record> records = IcebergGenerics.read(
            catalog.loadTable(TableIdentifier.of("bronze", BatchLane.source(source).bronzeTable()))).build()) {
      for (Record record : records) {
        Record before = rows.put(record.getField("origin") + "@" + record.getField("origin_offset"), record.copy());
        assertThat(before).as("a row that is there twice").isNull();
      }
    }
    return rows;
  }

  private static byte[] body(Record row) {
    String text = (String) row.getField("raw");
    ByteBuffer bytes = (ByteBuffer) row.getField("raw_bytes");
    assertThat(text == null).as("either text or bytes").isNotEqualTo(bytes == null);
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }

  private static List<RawMessage> awkward() {
    byte[] noise = new byte[5 << 20];
    new Random(7).nextBytes(noise);
    byte[] text = ("{\"type\":\"" + "x".repeat(5 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
    List<byte[]> bodies = List.of(noise, text, new byte[0], new byte[] {'{', (byte) 0xc3}, "{\"type\":\"match\"".getBytes(StandardCharsets.UTF_8), noise, text);
    List<RawMessage> messages = new ArrayList<>();
    bodies.forEach(body -> messages.add(BatchLane.message("coinbase", messages.size(), body)));
    return messages;
  }

  @Test
  void every_record_is_kept_byte_for_byte_readable_or_not() throws Exception {
    lane.archive("coinbase", awkward());
    assertThat(lane.bronze("coinbase")).as("records").isEqualTo(awkward().size());
    Map<String, Record> rows = table("coinbase");
    assertThat(rows).as("rows").hasSize(awkward().size());
    for (RawMessage message : awkward()) {
      assertThat(Arrays.equals(body(rows.get(message.origin() + "@" + message.originOffset())), message.body()))
          .as("body of message " + message.originOffset()).isTrue();
    }
  }

  @Test
  void a_record_s_columns_are_strings_beside_its_text() throws Exception {
    lane.archive("coinbase", List.of(BatchLane.message("coinbase", 3,
        "{\"type\":\"match\",\"product_id\":\"BTC-USD\",\"price\":\"1.50\",\"sequence\":7,\"unknown\":1}")));
    lane.bronze("coinbase");
    Record row = table("coinbase").get("raw.coinbase/1@3");
    assertThat(List.of(row.getField("kind"), row.getField("product"), row.getField("price"), row.getField("sequence"))).as("columns")
        .containsExactly("match", "BTC-USD", "1.50", "7");
    assertThat(row.getField("size")).as("a column that the record does not have").isNull();
    assertThat(row.getField("dt")).as("dt").isEqualTo("2026-11-22");
  }

  @Test
  void a_second_run_and_an_archive_that_was_begun_anew_double_nothing() throws Exception {
    List<RawMessage> messages = BatchLane.recorded("ib", "smd.jsonl");
    lane.archive("ib", messages);
    lane.bronze("ib");
    lane.archive("ib", messages.subList(0, 50));
    assertThat(lane.bronze("ib")).as("records").isEqualTo(messages.size());
    assertThat(table("ib")).as("rows").hasSize(messages.size());
  }

  @Test
  void a_wide_file_keeps_its_published_names_and_its_header() throws Exception {
    lane.land("cftc", BatchLane.ROOT.resolve("catalog/sources/cftc/samples/disaggregated-futures.txt"));
    lane.bronze("cftc");
    Record row = table("cftc").values().iterator().next();
    assertThat(row.getField("Report_Date_as_YYYY-MM-DD")).as("report date").asString().matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(row.getField("header")).as("header").asString().contains("Report_Date_as_YYYY-MM-DD");
    assertThat(row.getField("origin")).as("origin").asString()
        .isEqualTo("raw/file/cftc/disaggregated_futures/dt=2026-11-22/landed=21-00-00.000001/disaggregated-futures.txt");
  }

  @Test
  void jobs_that_commit_at_the_same_time_all_get_through_and_the_catalog_is_whole_when_opened_again() throws Exception {
    lane.archive("ib", BatchLane.recorded("ib", "smd.jsonl"));
    lane.archive("coinbase", BatchLane.recorded("coinbase", "feed.jsonl"));
    for (int round = 0; round < 3; round++) {
      CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> unchecked("coinbase"));
      assertThat(lane.bronze("ib")).as("records of ib").isEqualTo(BatchLane.recorded("ib", "smd.jsonl").size());
      assertThat(other.get()).as("records of coinbase").isEqualTo(BatchLane.recorded("coinbase", "feed.jsonl").size());
    }
    lane = new BatchLane(flink, dir);
    assertThat(table("ib")).as("rows of ib").hasSize(BatchLane.recorded("ib", "smd.jsonl").size());
    assertThat(table("coinbase")).as("rows of coinbase").hasSize(BatchLane.recorded("coinbase", "feed.jsonl").size());
  }

  private long unchecked(String source) {
    try {
      return lane.bronze(source);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothing_landed_yet_is_an_empty_table() throws Exception {
    assertThat(lane.bronze("eia")).as("records").isZero();
    assertThat(table("eia")).as("rows").isEmpty();
  }
}
