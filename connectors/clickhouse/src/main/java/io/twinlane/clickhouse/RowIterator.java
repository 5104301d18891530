package io.twinlane.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of an answer, read when they are asked for. */
final class RowIterator<T> implements Iterator<T> {
  private final RowBinaryInput in;
  private final RowFormat<T> format;

  RowIterator(RowBinaryInput in, RowFormat<T> format) {
    this.in = in;
    this.format = format;
  }

  @Override
  public boolean hasNext() {
    try {
      return !in.ended();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("Cannot read another row of " + format.table() + ": the answer has ended");
    }
    try {
      return format.read(in);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private UncheckedIOException broken(IOException cause) {
    return new UncheckedIOException("Cannot read " + format.table() + " to its end: the answer of ClickHouse broke off", cause);
  }
}
