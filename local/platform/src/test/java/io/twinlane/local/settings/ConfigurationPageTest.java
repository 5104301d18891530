package io.twinlane.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.config.ConfigResolver;
import io.twinlane.kafka.table.CategoryTableFactory;
import io.twinlane.redis.RedisTableFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.factories.Factory;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  @Test
  void the_committed_page_is_what_the_code_says() throws IOException {
    Path page = Path.of(System.getProperty("twinlane.root"), ConfigurationPage.PATH);
    assertThat(page).as("write it with ./twinlane render").hasContent(ConfigurationPage.text());
    assertThat(Files.readString(page)).contains("| `kafka.port` | `TWINLANE_KAFKA_PORT` | `9092` |"
        + " Port that the platform's own Kafka listens on. |");
  }

  @Test
  void every_option_and_every_other_variable_is_on_the_page() {
    PlatformConfig.OPTIONS.stream().flatMap(options -> options.all().stream()).forEach(option -> assertThat(ConfigurationPage.text())
        .contains("| `" + option.key() + "` | `" + ConfigResolver.variable(option) + "` |"));
    PlatformConfig.OTHER_VARIABLES.forEach(variable -> assertThat(ConfigurationPage.text()).contains("| `" + variable + "` |"));
  }

  @Test
  void every_option_of_a_table_is_on_the_page() {
    List<Factory> factories = List.of(new CategoryTableFactory(), new RedisTableFactory());
    factories.stream().flatMap(factory -> Stream.concat(factory.requiredOptions().stream(), factory.optionalOptions().stream()))
        .filter(option -> !option.equals(FactoryUtil.SINK_PARALLELISM)).map(ConfigOption::key)
        .forEach(key -> assertThat(ConfigurationPage.text()).contains("| `" + key + "` |"));
  }
}
