package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/** The schemas that rows of the topics of unqualified rows and of dropped messages may have been written with, today's among them. */
public record ReleasedReceipts(List<String> unqualified, List<String> dropped) implements Serializable {
  public static final ReleasedReceipts NONE = new ReleasedReceipts(List.of(), List.of());
}
