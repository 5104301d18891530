package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;

/** A team that submits computations; {@code ttl} is how long its Redis keys live unless a computation says otherwise. */
public record Team(String name, String description, String owner, Duration ttl) implements Serializable {}
