package io.twinlane.redis;

import io.twinlane.catalog.SecretReference;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.DataType;

/** Makes {@code 'connector' = 'twinlane-redis'} tables: a row is a hash under a key made of the primary key's columns. */
public final class RedisTableFactory implements DynamicTableSinkFactory {
  public static final String IDENTIFIER = "twinlane-redis";

  @Override
  public String factoryIdentifier() {
    return IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of(RedisTableOptions.URL, RedisTableOptions.KEY_PREFIX);
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of(RedisTableOptions.TTL, RedisTableOptions.USERNAME, RedisTableOptions.PASSWORD, RedisTableOptions.TIMEOUT,
        RedisTableOptions.MEMORY, FactoryUtil.SINK_PARALLELISM);
  }

  @Override
  public DynamicTableSink createDynamicTableSink(Context context) {
    FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
    helper.validate();
    ReadableConfig options = helper.getOptions();
    ResolvedSchema schema = context.getCatalogTable().getResolvedSchema();
    if (schema.getPrimaryKey().isEmpty()) {
      throw new ValidationException("Cannot create Redis table " + context.getObjectIdentifier().getObjectName()
          + ": it declares no key; add PRIMARY KEY (<columns>) NOT ENFORCED, whose columns make the Redis key in that order");
    }
    HashLayout layout = HashLayout.of(options.get(RedisTableOptions.KEY_PREFIX), options.get(RedisTableOptions.TTL),
        List.copyOf(DataType.getFields(context.getPhysicalRowDataType())), schema.getPrimaryKeyIndexes());
    KeySpace keys = new KeySpace(redis(options), layout, options.get(RedisTableOptions.MEMORY).getBytes());
    return new RedisTableSink(keys, options.getOptional(FactoryUtil.SINK_PARALLELISM).orElse(null));
  }

  private static RedisConfig redis(ReadableConfig options) {
    SecretReference password = options.getOptional(RedisTableOptions.PASSWORD)
        .map(RedisTableFactory::reference).orElse(SecretReference.NONE);
    return new RedisConfig(options.get(RedisTableOptions.URL), options.getOptional(RedisTableOptions.USERNAME).orElse(""), password,
        options.get(RedisTableOptions.TIMEOUT));
  }

  /** An option that is there must say where the password is; nothing would connect without one. */
  private static SecretReference reference(String text) {
    SecretReference password = new SecretReference(text);
    if (!password.valid() || password.equals(SecretReference.NONE)) {
      throw new ValidationException("Cannot use option '" + RedisTableOptions.PASSWORD.key()
          + "': it must say where the password is, " + SecretReference.ALLOWED);
    }
    return password;
  }
}
