/** What every job needs to start, on whatever cluster: connections, stores, settings, and which jobs the catalog declares. */
package io.twinlane.jobs;
