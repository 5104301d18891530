package io.twinlane.redis;

import io.twinlane.catalog.SecretReference;
import io.twinlane.types.CatchUpMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.StreamTaskActionExecutor;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.MailboxExecutorImpl;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.types.RowKind;
import org.awaitility.Awaitility;

/** One subtask of the writer at a time of the test's choosing. Rows are (id, text, ingest_time), keys {@code team:job:<id>} live a minute. */
final class OneWriter implements AutoCloseable {
  static final int MAX_PARALLELISM = 16;
  static final Duration TTL = Duration.ofMinutes(1);
  private static final HashLayout LAYOUT = HashLayout.of("team:job:", TTL, List.of(DataTypes.FIELD("id", DataTypes.STRING()),
      DataTypes.FIELD("text", DataTypes.STRING()), DataTypes.FIELD("ingest_time", DataTypes.TIMESTAMP_LTZ(6))), new int[] {0});

  private final KeyedTwoInputStreamOperatorTestHarness<String, RowData, CatchUpMark, Void> harness;
  private final RedisWriter writer;

  /** {@code inputs} of the job tell how far they are; {@code state} may be null, or that of another parallelism. */
  OneWriter(String url, long memory, int inputs, OperatorSubtaskState state, int was, int parallelism, int subtask) throws Exception {
    writer = new RedisWriter(new KeySpace(new RedisConfig(url, "", SecretReference.NONE, Duration.ofSeconds(2)), LAYOUT, memory), inputs);
    harness = new KeyedTwoInputStreamOperatorTestHarness<>(
        writer, LAYOUT::key, null, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
    harness.setup();
    writer.setMailboxExecutor(new MailboxExecutorImpl(harness.getTaskMailbox(), 0, StreamTaskActionExecutor.IMMEDIATE));
    if (state != null) {
      harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, was, parallelism, subtask));
    }
    harness.open();
  }

  OneWriter(String url, int inputs) throws Exception {
    this(url, 1 << 20, inputs, null, 1, 1, 0);
  }

  void write(String id, String text) throws Exception {
    write(RowKind.INSERT, id, text, System.currentTimeMillis());
  }

  void write(RowKind kind, String id, String text, long ingested) throws Exception {
    RowData row = GenericRowData.ofKind(kind, StringData.fromString(id), StringData.fromString(text), TimestampData.fromEpochMillis(ingested));
    harness.processElement1(new StreamRecord<>(row));
  }

  void mark(CatchUpMark.Kind kind, int number) throws Exception {
    harness.processElement2(new StreamRecord<>(new CatchUpMark("input", kind, number)));
  }

  /** What a barrier brings about, up to the state of this subtask. */
  OperatorSubtaskState checkpoint() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    return harness.snapshot(1, 1);
  }

  void finish() throws Exception {
    writer.finish();
  }

  /** Does what the task's mailbox holds until something has come about. */
  void until(String what, Callable<Boolean> done) {
    Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).pollInSameThread().until(() -> {
      runMails();
      return done.call();
    });
  }

  private void runMails() throws Exception {
    for (var mail = next(); mail.isPresent(); mail = next()) {
      mail.get().run();
    }
  }

  private Optional<Mail> next() {
    return harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
  }

  /** As a task ends that is cancelled: the harness would finish it first. */
  @Override
  public void close() throws Exception {
    writer.close();
    harness.getEnvironment().close();
  }
}
