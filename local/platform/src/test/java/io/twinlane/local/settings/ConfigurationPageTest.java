package io.twinlane.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void every_setting_and_every_other_variable_is_on_the_page() {
    Settings.ALL.forEach(setting -> assertThat(ConfigurationPage.text())
        .contains("| `" + setting.key() + "` | `" + setting.variable() + "` |"));
    SettingResolver.OTHER_VARIABLES.forEach(variable -> assertThat(ConfigurationPage.text()).contains("| `" + variable + "` |"));
  }
}
