/** compute: one team's SQL query over category tables, its result kept in Redis. */
package io.twinlane.jobs.compute;
