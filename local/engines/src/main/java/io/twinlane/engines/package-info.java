/**
 * The real servers that Twinlane needs, on one machine and without Docker: {@code EmbeddedKafka} and {@code EmbeddedFlink} in this
 * JVM, {@code EmbeddedClickHouse} and {@code EmbeddedRedis} in child processes that end when this JVM does, however it ends. Every
 * one listens on loopback only and keeps its state in a folder of its own.
 */
package io.twinlane.engines;
