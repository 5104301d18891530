package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCatalogTest {
  private static final int COMMITS = 25;

  @TempDir
  private Path dir;

  private static void commit(LakeConfig config, TableIdentifier table, String writer) {
    for (int i = 0; i < COMMITS; i++) {
      try (JdbcCatalog catalog = LakeCatalog.open(config)) {
        catalog.loadTable(table).updateProperties().set(writer + "-" + i, "committed").commit();
      }
    }
  }

  private static long committed(LakeConfig config, TableIdentifier table) {
    try (JdbcCatalog catalog = LakeCatalog.open(config)) {
      return catalog.loadTable(table).properties().values().stream().filter("committed"::equals).count();
    }
  }

  private static void together(List<Callable<Void>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      for (Future<Void> done : threads.invokeAll(works)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Void> commits(LakeConfig config, TableIdentifier table, String writer) {
    return () -> {
      commit(config, table, writer);
      return null;
    };
  }

  @Test
  void writers_of_two_tables_wait_for_each_other_instead_of_failing() throws Exception {
    LakeConfig config = TestLake.create(dir);
    TableIdentifier ticks = TableIdentifier.of("silver", "market_tick");
    TableIdentifier books = TableIdentifier.of("silver", "order_book");
    together(List.of(commits(config, ticks, "a"), commits(config, books, "b"), commits(config, ticks, "c"), commits(config, books, "d")));
    assertThat(committed(config, ticks)).as("commits to one table").isEqualTo(2 * COMMITS);
    assertThat(committed(config, books)).as("commits to the other").isEqualTo(2 * COMMITS);
  }

  @Test
  void several_processes_may_open_a_catalog_that_is_not_there_yet() throws Exception {
    for (int round = 0; round < 5; round++) {
      Path folder = dir.resolve("new-" + round);
      together(Collections.nCopies(4, () -> {
        LakeCatalog.open(LakeConfig.local(folder)).close();
        return null;
      }));
      assertThat(folder.resolve("catalog.db")).as("catalog").exists();
    }
  }

  @Test
  void tables_are_found_again_after_a_restart_with_the_same_name() {
    LakeConfig config = TestLake.create(dir);
    try (JdbcCatalog again = LakeCatalog.open(LakeConfig.local(dir))) {
      assertThat(again.name()).as("name").isEqualTo("twinlane");
      assertThat(again.tableExists(TableIdentifier.of("bronze", "ib_smd"))).as("found in " + config).isTrue();
    }
  }
}
