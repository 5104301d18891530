/** The functions that every computation may use beside Flink's own. */
package io.twinlane.jobs.compute.function;
