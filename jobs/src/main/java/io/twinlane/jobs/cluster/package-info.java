/** A running Flink cluster, asked and given jobs over its REST interface: which jobs there are, whether they read, why they fail. */
package io.twinlane.jobs.cluster;
