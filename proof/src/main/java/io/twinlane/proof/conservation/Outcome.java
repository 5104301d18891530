package io.twinlane.proof.conservation;

/** What became of a raw message. A message that gives rows and also unqualified parts counts as ROWS. */
enum Outcome { ROWS, UNQUALIFIED, DROPPED }
