package io.twinlane.catalog;

import java.io.Serializable;

/** A named unit, such as usd or barrels; fields use it with an amount: 1_usd, 1000_barrels. */
public record Unit(String name, String description) implements Serializable {}
