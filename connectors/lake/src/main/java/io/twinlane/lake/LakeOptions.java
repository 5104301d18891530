package io.twinlane.lake;

import io.twinlane.catalog.SecretReference;
import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import io.twinlane.config.Secrets;
import io.twinlane.config.ValueRule;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What can be set about the lake. */
public final class LakeOptions {
  public static final ConfigOption<String> ROOT = ConfigOptions.key("lake.root").stringType().defaultValue("")
      .withDescription("Folder or URI of the lake: raw files lie below it, and origins of landed files are relative to it. On one machine a folder,"
          + " below the repository unless absolute; unset: lake in state.dir.");
  public static final ConfigOption<String> WAREHOUSE = ConfigOptions.key("lake.warehouse").stringType().defaultValue("")
      .withDescription("URI below which Iceberg keeps its tables; unset: warehouse in lake.root.");
  public static final ConfigOption<String> CATALOG_URI = ConfigOptions.key("lake.catalog-uri").stringType().defaultValue("")
      .withDescription("JDBC address of the Iceberg catalog, such as jdbc:postgresql://host/database; unset: a file of SQLite in lake.root,"
          + " where that is a folder. User and password are jdbc.user and jdbc.password of lake.properties.");
  public static final ConfigOption<Map<String, String>> PROPERTIES = ConfigOptions.key("lake.properties").mapType().defaultValue(Map.of())
      .withDescription("Further properties of the Iceberg catalog, one a key: lake.properties.io-impl=..., lake.properties.jdbc.user=... Secrets as "
          + SecretReference.ALLOWED + ", read where the job runs.");

  public static final Options ALL = Options.of("Lake")
      .with(ROOT, new ValueRule<>("a folder or a URI", text -> Rules.FOLDER.holds().test(text)))
      .with(WAREHOUSE, Rules.ANY_TEXT)
      .with(CATALOG_URI, new ValueRule<>("jdbc:..., without a password", text -> text.isEmpty() || text.startsWith("jdbc:") && !Secrets.in(text)))
      .with(PROPERTIES, new ValueRule<>("properties with " + Secrets.ALLOWED,
          properties -> properties.entrySet().stream().noneMatch(one -> Secrets.open(one.getKey(), one.getValue()))));

  private LakeOptions() {}
}
