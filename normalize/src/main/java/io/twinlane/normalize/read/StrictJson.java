package io.twinlane.normalize.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** How JSON is read here: the standard and nothing else, with bounds that a hostile message cannot pass. */
public final class StrictJson {
  /** Objects and lists within each other, at most. */
  public static final int MAX_DEPTH = 200;

  private StrictJson() {}

  /** A factory for documents of at most that many bytes; names are not interned, so that random keys cannot fill the JVM's table. */
  public static JsonFactory factory(int maxBytes) {
    StreamReadConstraints constraints = StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(maxBytes)
        .maxStringLength(maxBytes).maxNameLength(maxBytes).build();
    return JsonFactory.builder().streamReadConstraints(constraints).disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW).build();
  }

  /** What the parser objects to, without its list of everything that it would have taken. */
  static String firstClause(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    int end = message.indexOf(": ");
    String clause = end < 0 ? message : message.substring(0, end);
    return clause.length() <= 120 ? clause : clause.substring(0, 120) + "...";
  }
}
