/** Parity: two stores hold the same rows, compared one by one by identity. */
package io.twinlane.proof.parity;
