package io.twinlane.normalize.read;

import java.util.Arrays;

/** The elements of an array column: lists of texts, laid flat so that a snapshot of many levels costs few objects. */
public final class Items {
  private static final int KEPT = 4096;
  private String[] texts = new String[64];
  private Kind[] kinds = new Kind[64];
  private int[] ends = new int[32];
  private boolean[] lists = new boolean[32];
  private int size;
  private int used;

  void clear() {
    size = 0;
    if (used > KEPT) {
      texts = new String[64];
      kinds = new Kind[64];
    }
    used = 0;
  }

  void add(Kind kind, String text) {
    if (used == texts.length) {
      texts = Arrays.copyOf(texts, used * 2);
      kinds = Arrays.copyOf(kinds, used * 2);
    }
    kinds[used] = kind;
    texts[used++] = text;
  }

  /** Closes the element that the texts since the last call make up; {@code list} false says that the element was no list. */
  void endItem(boolean list) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      lists = Arrays.copyOf(lists, size * 2);
    }
    lists[size] = list;
    ends[size++] = used;
  }

  public int size() {
    return size;
  }

  public boolean isList(int item) {
    return lists[item];
  }

  /** Kind of the value at a 1-based place of an element; ABSENT beyond its end. */
  public Kind kind(int item, int place) {
    int at = start(item) + place - 1;
    return at < ends[item] ? kinds[at] : Kind.ABSENT;
  }

  public String text(int item, int place) {
    return texts[start(item) + place - 1];
  }

  /** The element as it may have stood in the message, for people. */
  public String asText(int item) {
    StringBuilder text = new StringBuilder();
    for (int at = start(item); at < ends[item]; at++) {
      text.append(at == start(item) ? "" : ",").append(kinds[at] == Kind.STRING ? "\"" + texts[at] + "\"" : texts[at]);
    }
    return lists[item] ? "[" + text + "]" : text.toString();
  }

  private int start(int item) {
    return item == 0 ? 0 : ends[item - 1];
  }
}
