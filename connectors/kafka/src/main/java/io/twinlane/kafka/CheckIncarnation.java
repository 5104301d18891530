package io.twinlane.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;

/**
 * Stands behind a Kafka source and sees to it that the topics stay those that the source's offsets belong to: it keeps their ids with the
 * offsets, compares them at every start, and asks again while the job runs. Kafka itself takes a topic's name for the topic, and a consumer
 * that finds another one under it reads on.
 */
final class CheckIncarnation<T> extends AbstractStreamOperator<T> implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1L;
  /** An answer is looked at when the next question is due, so that a new topic is found within twice this. */
  private static final long ASK_EVERY_MILLIS = Duration.ofSeconds(5).toMillis();

  private final KafkaConfig kafka;
  private final List<String> topics;
  /** What the job was submitted for; null: the topics that are there when it begins. */
  private final TopicIds meant;
  /** The job that needs the topics from their beginning unless it has state; null: none does. */
  private final String needsBeginning;
  private transient TopicIds ids;
  private transient ListState<Tuple2<String, String>> kept;
  private transient Admin admin;
  private transient KafkaFuture<Map<String, TopicDescription>> asked;

  CheckIncarnation(KafkaConfig kafka, List<String> topics, TopicIds meant, String needsBeginning) {
    this.kafka = kafka;
    this.needsBeginning = needsBeginning;
    this.topics = List.copyOf(topics);
    this.meant = meant;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    kept = context.getOperatorStateStore()
        .getUnionListState(new ListStateDescriptor<>("topic-ids", Types.TUPLE(Types.STRING, Types.STRING)));
    TopicIds now = TopicIds.of(kafka, topics);
    ids = meant == null ? now : meant;
    requireSame(now);
    if (context.isRestored()) {
      requireRestored(now);
    } else if (needsBeginning != null) {
      TopicBeginnings.require(kafka, topics, needsBeginning);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    if (first()) {
      admin = Admin.create(Topics.impatient(kafka));
      ask();
    }
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    List<Tuple2<String, String>> all = new ArrayList<>();
    if (first()) {
      ids.byTopic().forEach((topic, id) -> all.add(Tuple2.of(topic, id)));
    }
    kept.update(all);
  }

  @Override
  public void close() throws Exception {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
    super.close();
  }

  private void ask() {
    asked = admin.describeTopics(topics).allTopicNames();
    Future<?> unused = getProcessingTimeService().registerTimer(getProcessingTimeService().getCurrentProcessingTime() + ASK_EVERY_MILLIS, now -> heard());
  }

  /** A Kafka that is away, or a topic that is gone, is for the source to complain of. */
  private void heard() throws Exception {
    if (asked.isDone() && !asked.isCompletedExceptionally()) {
      requireSame(TopicIds.of(asked.get()));
    }
    ask();
  }

  private void requireSame(TopicIds now) {
    ids.byTopic().forEach((topic, was) -> requireSame(topic, was, now));
  }

  private void requireRestored(TopicIds now) throws Exception {
    boolean told = false;
    for (Tuple2<String, String> topic : kept.get()) {
      told = true;
      requireSame(topic.f0, topic.f1, now);
    }
    if (!told) {
      throw TopicCreatedAnew.unknown();
    }
  }

  private static void requireSame(String topic, String was, TopicIds now) {
    String is = now.byTopic().get(topic);
    if (is != null && !is.equals(was)) {
      throw TopicCreatedAnew.since(topic, was, is);
    }
  }

  private boolean first() {
    return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
  }
}
