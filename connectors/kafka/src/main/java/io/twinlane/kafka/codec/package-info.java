/** The bytes of category rows, unqualified rows and receipts in Kafka: Avro single-object encoding. */
package io.twinlane.kafka.codec;
