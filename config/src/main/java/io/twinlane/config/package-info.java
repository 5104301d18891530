/** How everything is configured: typed options of Flink's kind, what their values may be, and secrets by reference alone. */
package io.twinlane.config;
