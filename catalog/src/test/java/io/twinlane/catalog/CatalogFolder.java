package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small catalog without problems in a folder of its own, to be broken file by file. */
public final class CatalogFolder {
  public static final String QUOTE = """
      category: quote
      description: One price
      identifier: symbol
      timestamp: event_time
      keys: [symbol]
      retention: 7d
      fields:
        - {name: symbol, dtype: string, unit: none, required: true, description: What}
        - {name: event_time, dtype: timestamp, unit: 1_us, required: true, description: When}
        - {name: price, dtype: "decimal(24,12)", unit: varies, description: How much}
        - {name: change, dtype: "decimal(24,12)", unit: 1_percent, description: Against before}
      """;
  public static final String FEED = """
      source: feed
      version: 1
      description: A feed
      lane: live
      type: websocket
      dataset: ticks
      format: json
      identifier: {column: product, table: instruments}
      columns:
        - {name: kind, description: Kind}
        - {name: product, description: Product}
        - {name: time, path: at.time, description: Time}
        - {name: price, description: Price}
        - {name: levels, array: true, description: Levels}
      messages:
      """;
  public static final String TICK = """
        - name: tick
          category: quote
          state: LIVE
          fields:
            symbol: {identifier: true}
            event_time: {column: time, as: iso-time, else: received}
            price: {column: price, unit: price}
      """;
  public static final String COMPUTATION = """
      description: The last price
      keys: [symbol]
      inputs: [quote]
      columns:
        - {name: symbol, type: STRING, description: What}
        - {name: price, type: "DECIMAL(38, 12)", description: How much}
      """;

  private final Path root;

  public CatalogFolder(Path root) {
    this.root = root;
    with("catalog/platform.yaml", """
        lake: {bronze-namespace: bronze, silver-namespace: silver}
        clickhouse: {database: realtime}
        kafka:
          max-message-bytes: 16777216
          topics:
            raw: {partitions: 2, retention: 3d, replication: 3, min-insync-replicas: 2}
            category: {partitions: 2, retention: 3d, replication: 3, min-insync-replicas: 2}
            unqualified: {partitions: 2, retention: 14d, replication: 3, min-insync-replicas: 2}
            dropped: {partitions: 2, retention: 3d, replication: 3, min-insync-replicas: 2}
        normalize: {max-record-bytes: 4194304, future-tolerance: 1d}
        flink: {max-parallelism: 128}
        redis: {default-ttl: 60m}
        """);
    with("catalog/states.yaml", """
        - {name: MISSING, meaning: Nothing given}
        - {name: LIVE, meaning: Given}
        - {name: CARRIED, meaning: Kept}
        - {name: DERIVED, meaning: Worked out}
        - {name: UNRESOLVED, meaning: Not in the table}
        """);
    with("catalog/reasons.yaml", """
        - {name: HEARTBEAT, kind: drop, meaning: Nothing new}
        - {name: SOURCE_ERROR, kind: unqualified, meaning: The source says no}
        """);
    with("catalog/units.yaml", """
        - {name: usd, description: US dollar}
        - {name: percent, description: Hundredth part}
        - {name: us, description: Microsecond}
        """);
    with("catalog/categories/quote.yaml", QUOTE);
    with("catalog/sources/feed/mapping.yaml", FEED + TICK);
    with("catalog/teams/desk.yaml", "team: desk\ndescription: A desk\nowner: desk@example.com\n");
    with("catalog/instruments.csv", "source,id,symbol,price_unit,size_unit\nfeed,1,ONE,1_usd,\n");
    with("sql/desk/last_price/computation.yaml", COMPUTATION);
    with("sql/desk/last_price/query.sql", "SELECT symbol, price FROM quote\n");
  }

  public Path root() {
    return root;
  }

  public CatalogFolder with(String file, String text) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CatalogFolder without(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Catalog load() {
    return CatalogLoader.load(root);
  }

  /** What is wrong when the feed's mapping ends with these messages. */
  public List<String> problemsOfFeed(String messages) {
    return with("catalog/sources/feed/mapping.yaml", FEED + messages).problems();
  }

  /** What is wrong when a text of the feed's mapping is another. */
  public List<String> problemsOfTick(String from, String to) {
    String text = FEED + TICK;
    if (!text.contains(from)) {
      throw new IllegalArgumentException("Cannot replace '" + from + "': the mapping has no such text");
    }
    return with("catalog/sources/feed/mapping.yaml", text.replace(from, to)).problems();
  }

  /** What loading it tells: {@code file:line: text}. */
  public List<String> problems() {
    List<String> told = new ArrayList<>();
    assertThatThrownBy(this::load).isInstanceOfSatisfying(CatalogProblems.class,
        e -> e.problems().forEach(problem -> told.add(problem.toString())));
    return told;
  }
}
