package io.twinlane.proof.parity;

import java.util.List;

/** One lane's rows of one table, read from its store; may be read more than once, in any order. */
@FunctionalInterface
public interface RowFeed {
  void read(Reader reader) throws Exception;

  /** Takes one row: which it is, the version of the mapping that it rests on, and what it says. */
  @FunctionalInterface
  interface Reader {
    void row(Identity identity, String mapping, List<String> cells);
  }
}
