package io.twinlane.kafka.table;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.kafka.KafkaConfig;
import java.time.Duration;

/** What a category table is made of, whatever a query takes of it. */
record CategoryScan(
    KafkaConfig kafka, Category category, States states, Duration remembered, Duration idleTimeout, boolean bounded) {}
