/** The job that keeps every raw message of a live source in the lake, exactly as received. */
package io.twinlane.jobs.archive;
