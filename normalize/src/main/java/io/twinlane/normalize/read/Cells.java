package io.twinlane.normalize.read;

import java.util.Arrays;

/** What one record holds at the paths that its source's columns name. One object serves all records of a thread. */
public final class Cells {
  private final Kind[] kinds;
  private final String[] texts;
  private final Items[] items;

  Cells(int slots) {
    kinds = new Kind[slots];
    texts = new String[slots];
    items = new Items[slots];
  }

  void clear() {
    Arrays.fill(kinds, Kind.ABSENT);
  }

  /** False when the slot is taken already. */
  boolean set(int slot, Kind kind, String text) {
    if (kinds[slot] != Kind.ABSENT) {
      return false;
    }
    kinds[slot] = kind;
    texts[slot] = text;
    return true;
  }

  void setText(int slot, String text) {
    texts[slot] = text;
  }

  /** The slot's items, emptied, for a reader to fill. */
  Items freshItems(int slot) {
    Items slotItems = items[slot];
    if (slotItems == null) {
      slotItems = new Items();
      items[slot] = slotItems;
    }
    slotItems.clear();
    return slotItems;
  }

  Kind kind(int slot) {
    return kinds[slot];
  }

  String text(int slot) {
    return texts[slot];
  }

  Items items(int slot) {
    return items[slot];
  }
}
