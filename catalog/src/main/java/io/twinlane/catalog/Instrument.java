package io.twinlane.catalog;

import java.io.Serializable;

/** What a source's identifier stands for: the catalog's symbol and the units of its prices and sizes (null when not known). */
public record Instrument(String source, String id, String symbol, String priceUnit, String sizeUnit) implements Serializable {}
