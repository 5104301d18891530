package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.SecretReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeConfigTest {
  private static Configuration production() {
    return new Configuration().set(LakeOptions.ROOT, "abfs://lake@twinlane.dfs.core.windows.net/")
        .set(LakeOptions.CATALOG_URI, "jdbc:postgresql://catalog/iceberg")
        .set(LakeOptions.PROPERTIES, Map.of("jdbc.user", "flink", "jdbc.password", "${env:NO_SUCH_VARIABLE}"));
  }

  @Test
  void the_warehouse_is_below_the_root_unless_it_is_said() {
    LakeConfig config = LakeConfig.from(production());
    assertThat(config.root()).as("root").isEqualTo("abfs://lake@twinlane.dfs.core.windows.net");
    assertThat(config.warehouse()).as("warehouse").isEqualTo("abfs://lake@twinlane.dfs.core.windows.net/warehouse");
    assertThat(config.rawFolder(TestLake.EIA)).as("raw folder")
        .isEqualTo("abfs://lake@twinlane.dfs.core.windows.net/raw/rest/eia/petroleum_stoc_wstk");
    Configuration elsewhere = production().set(LakeOptions.WAREHOUSE, "abfs://other@x/w");
    assertThat(LakeConfig.from(elsewhere).warehouse()).as("said").isEqualTo("abfs://other@x/w");
  }

  @Test
  void an_option_that_is_missing_is_named() {
    assertThatThrownBy(() -> LakeConfig.from(new Configuration()))
        .hasMessage("Cannot find the lake: lake.root is not set; it is a folder or a URI");
    Configuration noCatalog = new Configuration().set(LakeOptions.ROOT, "abfs://lake@x");
    assertThatThrownBy(() -> LakeConfig.from(noCatalog))
        .hasMessage("Cannot find the lake: lake.catalog-uri is not set; it is the JDBC address of the Iceberg catalog");
  }

  @Test
  void a_folder_has_its_catalog_beside_it(@TempDir Path dir) {
    assertThat(LakeConfig.from(new Configuration().set(LakeOptions.ROOT, dir.toString()))).isEqualTo(LakeConfig.local(dir));
  }

  @Test
  void a_password_in_the_clear_is_refused_and_not_repeated() {
    Configuration wrong = production().set(LakeOptions.CATALOG_URI, "jdbc:postgresql://catalog/iceberg?user=me&password=hunter2")
        .set(LakeOptions.PROPERTIES, Map.of("adls.auth.shared-key.account.key", "hunter2"));
    assertThatThrownBy(() -> LakeConfig.from(wrong)).hasMessage("""
        Cannot set lake.catalog-uri: it must be jdbc:..., without a password.
        Cannot set lake.properties: it must be properties with a secret by reference, as ${env:NAME} or ${file:PATH}.""");
  }

  @Test
  void secrets_are_read_where_the_catalog_is_opened_and_never_shown(@TempDir Path dir) throws Exception {
    LakeConfig config = LakeConfig.from(production());
    assertThatThrownBy(() -> LakeCatalog.loader(config).loadCatalog())
        .hasMessage("Cannot read the secret ${env:NO_SUCH_VARIABLE}: the environment has no variable NO_SUCH_VARIABLE");
    Path file = Files.writeString(dir.resolve("password"), "secret\n");
    assertThat(LakeCatalogLoader.read(new SecretReference("${file:" + file + "}"))).as("from a file").isEqualTo("secret");
    assertThat(LakeCatalogLoader.read(new SecretReference("flink"))).as("no reference").isEqualTo("flink");
    assertThat(config.toString()).as("shown").doesNotContain("NO_SUCH_VARIABLE");
  }
}
