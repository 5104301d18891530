/** What every job needs to start, on whatever cluster: connections, stores, how it runs, and which jobs the catalog declares. */
package io.twinlane.jobs;
