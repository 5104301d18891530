package io.twinlane.normalize.read;

/** Why a record cannot be taken apart into columns: a reason code and the second half of the sentence. */
public record Unreadable(String reason, String cause) {}
