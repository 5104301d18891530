/** Plays recorded messages into raw topics, in their own time or faster. */
package io.twinlane.kafka.replay;
