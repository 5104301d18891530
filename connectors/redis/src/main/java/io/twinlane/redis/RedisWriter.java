package io.twinlane.redis;

import io.twinlane.types.CatchUpMark;
import java.time.Duration;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows as hashes: at least once, the last of each key, a row's fields and its time to live at one stroke. Keyed by Redis key. Keeps the
 * newest value of every key that lives, in its checkpoints too: what Redis has not taken is sent again after a restart, what it has lost is
 * written again. After a (re)start it waits until the job has caught up ({@link HeldBack}), where inputs tell. What one input record brings
 * about goes as one. Runs on the task's thread; answers come back to it through the mailbox.
 */
final class RedisWriter extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<RowData, Void>, TwoInputStreamOperator<RowData, CatchUpMark, Void> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RedisWriter.class);
  private static final long TICK_MILLIS = 1_000;
  /** How long a checkpoint waits for Redis to answer, which keeps little pending in it; what is left then goes into it. */
  private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(1);

  private final KeySpace keys;
  private final int inputs;
  private transient MailboxExecutor mailbox;
  private transient KeyMemory memory;
  private transient KeptKeys kept;
  private transient Posts posts;
  private transient RedisLink link;
  private transient WriterMetrics counts;
  private transient Delivery delivery;
  private transient LostKeys lost;
  private transient HeldBack held;
  private transient boolean sendPosted;

  /** {@code inputs}: how many inputs of the job tell how far they are. */
  RedisWriter(KeySpace keys, int inputs) {
    this.keys = keys;
    this.inputs = inputs;
  }

  @Override
  public void setMailboxExecutor(MailboxExecutor executor) {
    super.setMailboxExecutor(executor);
    mailbox = executor;
  }

  @Override
  public void open() throws Exception {
    super.open();
    memory = new KeyMemory(keys.memoryBytes());
    kept = new KeptKeys(getKeyedStateBackend(), memory);
    kept.restore();
    posts = new Posts(mailbox);
    link = new RedisLink(keys.address());
    counts = new WriterMetrics(getMetricGroup());
    held = new HeldBack(keys.layout().prefix(), inputs);
    delivery = new Delivery(keys, memory, link, posts, counts);
    lost = new LostKeys(memory, link, posts, counts, delivery::send);
    showGauges();
    link.prepare();
    posts.post(this::tick);
  }

  private void showGauges() {
    counts.gauge("catchingUp", () -> held.holds() ? 1 : 0);
    counts.gauge("keysWaiting", memory::unanswered);
    counts.gauge("keysRefused", memory::refused);
    counts.gauge("keptBytes", memory::bytes);
  }

  @Override
  public void processElement1(StreamRecord<RowData> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processElement(StreamRecord<RowData> element) throws Exception {
    RowData row = element.getValue();
    if (row.getRowKind() == RowKind.UPDATE_BEFORE) {
      return;
    }
    Change change = change(row);
    makeRoom(change);
    memory.add(change);
    kept.saveIfMany();
    if (!held.holds()) {
      long ingested = keys.layout().ingestTime(row);
      if (ingested != HashLayout.UNKNOWN) {
        delivery.times().add(ingested);
      }
      sendSoon();
    }
  }

  @Override
  public void processElement2(StreamRecord<CatchUpMark> mark) {
    if (held.told(mark.getValue())) {
      delivery.send();
    }
  }

  /** Returns when Redis has answered, or after a second: what it has not answered then is in the checkpoint. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    if (held.barrier(memory.waiting())) {
      delivery.send();
    }
    if (!held.holds()) {
      await(CHECKPOINT_PATIENCE);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.save();
  }

  /** Returns when Redis has answered for everything; refused keys are told and left. */
  @Override
  public void finish() throws Exception {
    if (held.holds()) {
      LOG.warn("Keys {}*: the job ends before it has caught up; {} keys are not written", keys.layout().prefix(), memory.waiting());
    } else {
      delivery.send();
      while (memory.unanswered() > 0) {
        posts.doNext();
      }
    }
    if (memory.refused() > 0) {
      LOG.error("Keys {}*: the job ends and Redis at {} still refuses {} keys", keys.layout().prefix(), link, memory.refused());
    }
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (link != null) {
      posts.close();
      link.close();
    }
    super.close();
  }

  private Change change(RowData row) {
    String[] fields = row.getRowKind() == RowKind.DELETE ? Change.DELETE : keys.layout().fields(row);
    return new Change(keys.layout().key(row), fields, System.currentTimeMillis() + keys.layout().ttlMillis());
  }

  /** Written keys go first; what Redis has not taken makes its senders wait, unless it is held back or refused. */
  private void makeRoom(Change change) throws InterruptedException {
    while (!memory.fits(change)) {
      if (memory.forgetWritten()) {
        counts.forgotten();
      } else if (held.holds() && memory.forgetWaiting() || memory.forgetRefused()) {
        counts.neverWritten(1);
      } else if (memory.unanswered() == 0) {
        return; // larger than all the room, and nothing else is there
      } else {
        posts.doNext();
      }
    }
  }

  private void sendSoon() {
    if (!sendPosted) {
      sendPosted = true;
      posts.post(() -> {
        sendPosted = false;
        delivery.send();
      });
    }
  }

  private void await(Duration patience) throws InterruptedException {
    delivery.send();
    if (memory.unanswered() == 0) {
      return;
    }
    long end = System.nanoTime() + patience.toNanos();
    posts.postIn(patience.toMillis(), () -> { }); // else nothing would end the wait
    while (memory.unanswered() > 0 && System.nanoTime() - end < 0) {
      posts.doNext();
    }
  }

  private void tick() throws Exception {
    long now = System.currentTimeMillis();
    counts.neverWritten(memory.expire(now));
    kept.saveIfMany();
    if (held.holds()) {
      held.tell(memory.waiting());
    } else {
      memory.tryRefusedAgain(now);
      delivery.send();
      lost.look();
    }
    posts.postIn(TICK_MILLIS, this::tick);
  }
}
