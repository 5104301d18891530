/** The scenarios of a computation: rows or recorded messages in, what Redis must hold then. */
package io.twinlane.jobs.compute.scenario;
