package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;

/** What holds for the whole platform: namespaces, database, partitions, retentions and size limits. */
public record Platform(
    String bronzeNamespace, String silverNamespace, String clickhouseDatabase, int partitions, Duration rawRetention,
    Duration categoryRetention, Duration unqualifiedRetention, Duration droppedRetention, int maxMessageBytes,
    int maxRecordBytes, Duration defaultTtl)
    implements Serializable {}
