package io.twinlane.kafka;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Keeps the consumer that it belongs to from closing until the test is over. */
public final class NeverClosed implements ConsumerInterceptor<byte[], byte[]> {
  private static final CountDownLatch ASKED = new CountDownLatch(1);
  private static final CountDownLatch OVER = new CountDownLatch(1);

  static boolean asked() {
    return ASKED.getCount() == 0;
  }

  static void release() {
    OVER.countDown();
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // nothing is committed
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // nothing can be set
  }

  @Override
  public void close() {
    ASKED.countDown();
    boolean over = false;
    while (!over) {
      try {
        OVER.await();
        over = true;
      } catch (InterruptedException e) {
        over = false; // as deaf as the reader that it stands for
      }
    }
  }
}
