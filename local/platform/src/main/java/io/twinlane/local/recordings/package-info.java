/** A person's own recordings: looked through before anything starts, then played, and what became of them. */
package io.twinlane.local.recordings;
