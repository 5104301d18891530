/** Categories as Flink SQL tables: {@code 'connector' = 'twinlane-category'}. */
package io.twinlane.kafka.table;
