package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
  @Test
  void a_secret_is_read_from_where_the_reference_points(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("password"), "s3cret\n");
    SecretReference reference = new SecretReference("${file:" + file + "}");
    assertThat(reference.read()).as("from a file").isEqualTo("s3cret");
    Files.writeString(file, "rotated\n");
    assertThat(reference.read()).as("from the file that changed").isEqualTo("rotated");
    assertThat(new SecretReference("${env:PATH}").read()).as("from the environment").isEqualTo(System.getenv("PATH"));
    assertThat(SecretReference.NONE.read()).as("from nowhere").isEmpty();
  }

  @Test
  void a_place_that_is_not_there_is_named() {
    assertThatThrownBy(() -> new SecretReference("${env:NO_SUCH_NAME}").read()).as("from a variable that is not there")
        .hasMessage("Cannot read the secret ${env:NO_SUCH_NAME}: the environment has no variable NO_SUCH_NAME");
    assertThatThrownBy(() -> new SecretReference("${file:/no/such}").read()).as("from a file that is not there")
        .hasMessage("Cannot read the secret ${file:/no/such}: java.nio.file.NoSuchFileException: /no/such");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "${env:NAME}", "${file:/run/secrets/name}"})
  void a_reference_is_shown_as_it_is(String text) {
    SecretReference reference = new SecretReference(text);
    assertThat(reference.valid()).as("valid").isTrue();
    assertThat(reference).as("shown").hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "${hunter2}", "${env:}", "${env:hunter2", "x${env:hunter2}", " "})
  void any_other_text_may_be_a_password_and_is_never_repeated(String text) {
    SecretReference password = new SecretReference(text);
    assertThat(password.valid()).as("valid").isFalse();
    assertThat(password).as("shown").hasToString("not ${env:NAME} or ${file:PATH}");
    assertThatThrownBy(password::read).as("read").hasMessage("Cannot read a secret: it is not given as ${env:NAME} or ${file:PATH}");
  }
}
