package io.twinlane.engines;

import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Files of which no line is ever read until the test is over. */
final class NeverRead extends SimpleStreamFormat<String> {
  private static final long serialVersionUID = 1L;
  private static final CountDownLatch ASKED = new CountDownLatch(1);
  private static final CountDownLatch OVER = new CountDownLatch(1);

  static void awaitAsked() throws InterruptedException {
    ASKED.await();
  }

  static void release() {
    OVER.countDown();
  }

  @Override
  public StreamFormat.Reader<String> createReader(Configuration config, FSDataInputStream stream) {
    return new StreamFormat.Reader<>() {
      @Override
      public String read() {
        ASKED.countDown();
        awaitOver();
        return null;
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }

  @Override
  public TypeInformation<String> getProducedType() {
    return Types.STRING;
  }

  /** As deaf to an interrupt as the reader that it stands for. */
  private static void awaitOver() {
    boolean over = false;
    while (!over) {
      try {
        OVER.await();
        over = true;
      } catch (InterruptedException e) {
        over = false;
      }
    }
  }
}
