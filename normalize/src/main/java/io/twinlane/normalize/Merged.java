package io.twinlane.normalize;

/** What an update made of a key's state: the state to keep (the very same object when nothing of it changed), and the row, or the drop. */
public record Merged(MergedState state, CategoryRow row, DroppedMessage dropped) {}
