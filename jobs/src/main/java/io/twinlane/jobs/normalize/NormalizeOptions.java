package io.twinlane.jobs.normalize;

import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What can be set about the normalize jobs. */
public final class NormalizeOptions {
  public static final ConfigOption<Boolean> WITHOUT_STATE = ConfigOptions.key("normalize.without-state").booleanType().defaultValue(false)
      .withDescription("Whether a normalize job that merges (ib) may begin without its state where Kafka's retention has taken the topic's beginning:"
          + " fields that were said there alone are MISSING then. true or false.");

  public static final Options ALL = Options.of("Normalize").with(WITHOUT_STATE, Rules.YES_OR_NO);

  private NormalizeOptions() {}
}
