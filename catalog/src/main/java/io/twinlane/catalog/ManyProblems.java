package io.twinlane.catalog;

import java.util.List;

/** A refusal for many reasons at once: its sentence shows a person the first of them, this list has them all. */
public interface ManyProblems {
  /** Texts, or {@link Problem}s where file and line are known. */
  List<?> problems();
}
