package io.twinlane.kafka.table;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import io.twinlane.kafka.KafkaConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;

/** Makes {@code 'connector' = 'twinlane-category'} a table: a category's topic, each row once, with all of its meta fields. */
public final class CategoryTableFactory implements DynamicTableSourceFactory {
  public static final String IDENTIFIER = "twinlane-category";

  @Override
  public String factoryIdentifier() {
    return IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of(
        CategoryTableOptions.CATEGORY, CategoryTableOptions.IDENTIFIER, CategoryTableOptions.TIMESTAMP, CategoryTableOptions.STATES,
        CategoryTableOptions.BOOTSTRAP_SERVERS);
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of(
        CategoryTableOptions.UNITS, CategoryTableOptions.EARLIER_SCHEMAS, CategoryTableOptions.REMEMBERED,
        CategoryTableOptions.IDLE_TIMEOUT, CategoryTableOptions.BOUNDED);
  }

  @Override
  public DynamicTableSource createDynamicTableSource(Context context) {
    FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
    helper.validateExcept(CategoryTableOptions.PROPERTIES_PREFIX);
    ReadableConfig options = helper.getOptions();
    States states = new States(options.get(CategoryTableOptions.STATES).stream().map(name -> new State(name, "")).toList());
    Category category = new DeclaredCategory(context.getObjectIdentifier().getObjectName(), options)
        .read(context.getCatalogTable().getResolvedSchema(), states);
    CategoryScan scan = new CategoryScan(
        kafka(context.getCatalogTable().getOptions(), options), category, states, options.get(CategoryTableOptions.REMEMBERED),
        options.get(CategoryTableOptions.IDLE_TIMEOUT), options.get(CategoryTableOptions.BOUNDED));
    return new CategoryTableSource(scan, context.getPhysicalRowDataType());
  }

  private static KafkaConfig kafka(Map<String, String> table, ReadableConfig options) {
    Map<String, String> properties = new HashMap<>();
    table.forEach((key, value) -> {
      if (key.startsWith(CategoryTableOptions.PROPERTIES_PREFIX)) {
        properties.put(key.substring(CategoryTableOptions.PROPERTIES_PREFIX.length()), value);
      }
    });
    return new KafkaConfig(options.get(CategoryTableOptions.BOOTSTRAP_SERVERS), properties);
  }
}
