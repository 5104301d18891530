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

class LakeOptionsTest {
  private static Configuration production() {
    return new Configuration().set(LakeOptions.ROOT, "abfs://lake@twinlane.dfs.core.windows.net/")
        .set(LakeOptions.CATALOG_URI, "jdbc:postgresql://catalog/iceberg")
        .set(LakeOptions.PROPERTIES, Map.of("jdbc.user", "flink", "jdbc.password", "${env:NO_SUCH_VARIABLE}"));
  }

  @Test
  void the_warehouse_is_below_the_root_unless_it_is_said() {
    LakeConfig config = LakeOptions.lake(production());
    assertThat(config.root()).as("root").isEqualTo("abfs://lake@twinlane.dfs.core.windows.net");
    assertThat(config.warehouse()).as("warehouse").isEqualTo("abfs://lake@twinlane.dfs.core.windows.net/warehouse");
    assertThat(config.rawFolder(TestLake.EIA)).as("raw folder")
        .isEqualTo("abfs://lake@twinlane.dfs.core.windows.net/raw/rest/eia/petroleum_stoc_wstk");
    Configuration elsewhere = production().set(LakeOptions.WAREHOUSE, "abfs://other@x/w");
    assertThat(LakeOptions.lake(elsewhere).warehouse()).as("said").isEqualTo("abfs://other@x/w");
  }

  @Test
  void a_setting_that_is_missing_is_named() {
    assertThatThrownBy(() -> LakeOptions.lake(new Configuration()))
        .hasMessage("Cannot find the lake: lake.root is not set; it is the URI of the folder that raw files lie below");
    Configuration noCatalog = new Configuration().set(LakeOptions.ROOT, "file:///lake");
    assertThatThrownBy(() -> LakeOptions.lake(noCatalog))
        .hasMessage("Cannot find the lake: lake.catalog-uri is not set; it is the JDBC address of the Iceberg catalog");
  }

  @Test
  void secrets_are_read_where_the_catalog_is_opened_and_never_shown(@TempDir Path dir) throws Exception {
    LakeConfig config = LakeOptions.lake(production());
    assertThatThrownBy(() -> LakeCatalog.loader(config).loadCatalog())
        .hasMessage("Cannot read the secret ${env:NO_SUCH_VARIABLE}: the environment has no variable NO_SUCH_VARIABLE");
    Path file = Files.writeString(dir.resolve("password"), "secret\n");
    assertThat(LakeCatalogLoader.read(new SecretReference("${file:" + file + "}"))).as("from a file").isEqualTo("secret");
    assertThat(LakeCatalogLoader.read(new SecretReference("flink"))).as("no reference").isEqualTo("flink");
    assertThat(config.toString()).as("shown").doesNotContain("NO_SUCH_VARIABLE");
  }
}
