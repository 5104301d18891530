/** Conservation: every raw message became rows, an unqualified row or a counted drop, told by origin and offset. */
package io.twinlane.proof.conservation;
