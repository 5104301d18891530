package io.twinlane.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.twinlane.local.RuleFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The figures of one run, as target/demo/summary.json has them. Keys are stable: add, never rename. */
record Summary(
    String version, String started, double seconds, boolean ok, Map<String, String> engines, Map<String, String> addresses,
    String warehouse, String lake, List<OfSource> sources, List<OfCategory> categories, List<OfComputation> computations,
    @JsonProperty("latency_ms") Latencies latency, @JsonProperty("memory_mb") Memory memory, List<Check> checks) {

  /**
   * One source's raw messages, each counted once; {@code batch} is the same count in the batch lane. {@code unqualified} counts messages that
   * gave no row, {@code unqualifiedShare} is their share of all; reasons and {@code unqualifiedRows} count what was set aside, which may be
   * several parts of one message. {@code mapping} is how its rules were used.
   */
  public record OfSource(
      String source, String lane, long raw, @JsonProperty("with_rows") long withRows, long unqualified, long drops, boolean conserved,
      @JsonProperty("unqualified_by_reason") Map<String, Long> unqualifiedByReason, Batch batch,
      @JsonProperty("unqualified_share") double unqualifiedShare, @JsonProperty("unqualified_rows") long unqualifiedRows,
      @JsonProperty("stands_out") List<StandOut> standsOut, List<RuleFigures> mapping) {}

  /** Unqualified rows of one source with the same reason at the same place, and the first of them. */
  public record StandOut(
      String reason, String category, String field, long rows, String explanation, String origin,
      @JsonProperty("origin_offset") long originOffset, @JsonProperty("raw_value") String rawValue) {}

  /** The batch lane's own count of a source. */
  public record Batch(
      long raw, @JsonProperty("with_rows") long withRows, long unqualified, long drops, boolean conserved) {}

  /** One category's rows in each store, and how far the lanes agree; {@code files}: rows of file sources in ClickHouse and in silver. */
  public record OfCategory(
      String category, @JsonProperty("rows_buffer") long rowsBuffer, @JsonProperty("rows_clickhouse") long rowsClickhouse,
      @JsonProperty("rows_clickhouse_distinct") long rowsClickhouseDistinct, @JsonProperty("rows_silver") long rowsSilver,
      String lanes, Agreement parity, Agreement files) {}

  /**
   * Rows compared: in both lanes, or in ClickHouse ({@code only_live}) and silver; {@code older} rest on an older mapping there, and were not.
   * {@code from} and {@code to} are the first and the last arrival that was looked at; {@code silver_before} rows of silver were not, for
   * ClickHouse may have forgotten them.
   */
  public record Agreement(
      long compared, @JsonProperty("only_live") long onlyLive, @JsonProperty("only_silver") long onlySilver, long different, long older,
      String from, String to, @JsonProperty("silver_before") long silverBefore, boolean holds) {}

  /** One computation's keys in Redis. */
  public record OfComputation(String team, String name, long keys, @JsonProperty("ttl_seconds") Range ttl) {}

  /** Smallest and largest of some figures. */
  public record Range(long min, long max) {}

  /** From the raw record's Kafka timestamp to the store's acknowledgement. */
  public record Latencies(
      @JsonProperty("raw_to_clickhouse") Percentiles rawToClickhouse, @JsonProperty("raw_to_redis") Percentiles rawToRedis) {}

  /** Median and 99th percentile in milliseconds, the worst of the jobs and subtasks that measured them; zeros where nothing was streamed. */
  public record Percentiles(double p50, double p99) {
    static final Percentiles NONE = new Percentiles(0, 0);

    boolean measured() {
      return p99 > 0;
    }
  }

  /** Highest resident memory of the whole process tree. */
  public record Memory(@JsonProperty("peak_tree") long peakTree) {}

  /** One thing that had to hold; {@code counted} unless there was nothing to look at, which proves nothing. */
  public record Check(String name, boolean ok, String detail, boolean counted) {
    static Check ofNothing(String name) {
      return new Check(name, true, "nothing to compare", false);
    }
  }

  /** Writes the file, and its folder where needed. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, json().writeValueAsBytes(this));
  }

  public static ObjectMapper json() {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  }
}
