/** The lake: raw files as received, and the Iceberg tables made from them. */
package io.twinlane.lake;
