package io.twinlane.catalog;

import java.io.Serializable;

/**
 * Where a source's own identifier stands and how it becomes a symbol: through the instrument table ({@code table}), or as it is with price
 * and size currencies taken from its parts (1-based) between {@code split}. It is also the key of the raw topic.
 */
public record Identifier(String column, String elseColumn, boolean table, String split, int pricePart, int sizePart)
    implements Serializable {
  /** Characters that an identifier may have; a longer one names no instrument. */
  public static final int MAX_LENGTH = 256;
}
