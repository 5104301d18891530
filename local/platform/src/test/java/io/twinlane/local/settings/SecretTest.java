package io.twinlane.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void the_environment_holds_the_password_and_text_shows_only_the_reference() {
    Secret secret = Secret.reference("${env:CH_PASSWORD}");
    assertThat(secret.reveal(Map.of("CH_PASSWORD", "hunter2"))).isEqualTo("hunter2");
    assertThat(secret).hasToString("${env:CH_PASSWORD}");
  }

  @Test
  void a_variable_that_is_not_set_is_named() {
    assertThatThrownBy(() -> Secret.reference("${env:CH_PASSWORD}").reveal(Map.of())).isInstanceOf(SettingProblems.class)
        .hasMessage("Cannot find a password: the environment variable CH_PASSWORD is not set.");
  }

  @Test
  void none_is_an_empty_password() {
    assertThat(Secret.reference("").reveal(Map.of())).isEmpty();
  }
}
