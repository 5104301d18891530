package io.twinlane.normalize.program;

/** What a source's identifier stands for here: a symbol, the units of its prices and sizes, and whether the catalog knows it. */
record Resolved(String symbol, String priceUnit, String sizeUnit, boolean known) {}
