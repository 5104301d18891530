package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.fs.Path;

/** The raw messages of one file, one after the other. */
interface MessageReader extends Closeable {
  /** The next message, null at the end of the file. */
  RawMessage next() throws IOException;

  /** Opens a file on the worker that reads it. */
  @FunctionalInterface
  interface Opener extends Serializable {
    MessageReader open(Path file) throws IOException;
  }
}
