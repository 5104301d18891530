package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;

/**
 * What holds for the whole platform: namespaces, database, topics, limits of size and time.
 *
 * @param maxParallelism number of key groups of every job, which a savepoint fixes
 */
public record Platform(
    String bronzeNamespace, String silverNamespace, String clickhouseDatabase, TopicDeclarations topics, int maxMessageBytes,
    int maxRecordBytes, Duration futureTolerance, Duration defaultTtl, int maxParallelism)
    implements Serializable {}
