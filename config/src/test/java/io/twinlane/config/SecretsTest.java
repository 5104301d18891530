package io.twinlane.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(strings = {"http://me:pw@host", "redis://:pw@host:6379", "me:p/w@host:9092", "jdbc:postgresql://me:pw@host/db",
      "jdbc:sqlserver://host;user=me;password=pw", "jdbc:postgresql://host/db?PASSWORD=pw", "https://host/?sv=1&sig=abc", "x?api-key=abc",
      "AccountName=a;AccountKey=abc==", "a.Login required password = \"pw\";", "http://me:${env:X}pw@host", "access_key=abc"})
  void a_password_is_found(String text) {
    assertThat(Secrets.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host:8123", "rediss://host:6379/2", "a:9092,b:9093", "abfs://lake@account.dfs.core.windows.net/x", "me@host",
      "jdbc:sqlite:/home/me@work/catalog.db", "jdbc:postgresql://host/db?user=me", "a.Login required password=\"${env:X}\";", "password=${file:/p}",
      "/var/lib/tokens", ""})
  void what_is_none_is_left_alone(String text) {
    assertThat(Secrets.in(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc.password", "ssl.keystore.password", "ssl.keystore.key", "adls.auth.shared-key.account.key", "adls.sas-token.account",
      "adls.connection-string.account", "token", "s3.secret-access-key", "sasl.oauthbearer.client.credentials.client.secret"})
  void a_property_that_is_a_secret_must_be_a_reference(String name) {
    assertThat(Secrets.open(name, "pw")).isTrue();
    assertThat(Secrets.open(name, "${env:X}")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"partitioner.ignore.keys", "key.serializer", "sasl.oauthbearer.token.endpoint.url", "jdbc.user", "io-impl"})
  void any_other_property_may_say_what_it_is(String name) {
    assertThat(Secrets.open(name, "x")).isFalse();
  }
}
