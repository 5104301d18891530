package io.twinlane.jobs.compute.function;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The functions that every computation may use beside Flink's own, by the name that a query calls them. */
public final class ComputeFunctions {
  public static final Map<String, Class<? extends UserDefinedFunction>> ALL =
      new TreeMap<>(Map.of("VWAP", Vwap.class, "TOP_OF_BOOK", TopOfBook.class));

  private ComputeFunctions() {}

  public static void register(TableEnvironment tables) {
    ALL.forEach(tables::createTemporarySystemFunction);
  }
}
