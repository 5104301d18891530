package io.twinlane.clickhouse;

import java.util.List;

/** A table is not as the rows need it. Nobody's rows are at fault: they wait until the table, or the job, is another. */
final class TableDiffers extends Exception {
  private static final long serialVersionUID = 1;

  TableDiffers(TableInsert insert, List<String> differences) {
    super("Cannot insert into " + insert + ": " + String.join(", ", differences)
        + ". The table is another catalog's: ./twinlane up brings it to this one, or says why not");
  }
}
