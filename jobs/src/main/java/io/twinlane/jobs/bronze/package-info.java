/** The job that lays raw files out as bronze tables: every column a string, nothing left out. */
package io.twinlane.jobs.bronze;
