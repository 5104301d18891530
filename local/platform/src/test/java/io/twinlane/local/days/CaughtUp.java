package io.twinlane.local.days;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.jobs.archive.ArchiveJob;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.jobs.ingest.IngestUnqualifiedJob;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.kafka.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Waits until a checkpoint of every job holds all that its topics do: first those that read raw topics, then those that read what came of it. */
final class CaughtUp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Admin admin;

  CaughtUp(KafkaConfig kafka) {
    admin = Admin.create(kafka.client());
  }

  void await(Catalog catalog, StreamingLane lane) {
    Map<String, List<String>> first = new TreeMap<>();
    Map<String, List<String>> then = new TreeMap<>();
    List<String> unqualified = new ArrayList<>();
    for (Source source : catalog.sources(Source.Lane.LIVE)) {
      first.put(NormalizeJob.name(source), List.of(source.rawTopic()));
      first.put(ArchiveJob.name(source), List.of(source.rawTopic()));
      unqualified.add(source.unqualifiedTopic());
    }
    for (Category category : Kept.categories(catalog)) {
      then.put(IngestJob.name(category), List.of(KafkaTopics.categoryTopic(category.name())));
    }
    then.put(IngestUnqualifiedJob.NAME, unqualified);
    await(first, lane);
    await(then, lane);
  }

  /** Forgets how far jobs have come that begin anew. */
  void forget() throws Exception {
    List<String> groups = admin.listGroups().all().get().stream().map(group -> group.groupId()).toList();
    admin.deleteConsumerGroups(groups).all().get();
  }

  private void await(Map<String, List<String>> topicsByGroup, StreamingLane lane) {
    Awaitility.await("checkpoints of " + topicsByGroup.keySet()).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
      lane.assertRuns();
      return behind(topicsByGroup).isEmpty();
    });
  }

  private List<String> behind(Map<String, List<String>> topicsByGroup) throws Exception {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    List<String> topics = topicsByGroup.values().stream().flatMap(List::stream).distinct().toList();
    admin.describeTopics(topics).allTopicNames().get().values().forEach(topic ->
        topic.partitions().forEach(partition -> asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
    var ends = admin.listOffsets(asked).all().get();
    Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
    topicsByGroup.keySet().forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
    var committed = admin.listConsumerGroupOffsets(all).all().get();
    return topicsByGroup.entrySet().stream().flatMap(group -> ends.entrySet().stream()
        .filter(end -> group.getValue().contains(end.getKey().topic()))
        .filter(end -> at(committed.get(group.getKey()), end.getKey()) < end.getValue().offset())
        .map(end -> group.getKey() + " in " + end.getKey())).toList();
  }

  private static long at(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
    OffsetAndMetadata place = committed.get(partition);
    return place == null ? 0 : place.offset();
  }

  @Override
  public void close() {
    admin.close();
  }
}
