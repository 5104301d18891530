/** Which file a line of the log goes to. */
package io.twinlane.engines.logs;
