package io.twinlane.engines.logs;

import org.apache.flink.util.MdcUtils;
import org.apache.logging.log4j.core.LogEvent;

/** Which component speaks in a line of the log: the job that Flink works for, else the owner of the class. */
final class Component {
  static final String TWINLANE = "twinlane";

  private Component() {
  }

  static String of(LogEvent event) {
    String job = JobNames.of(event.getContextData().getValue(MdcUtils.JOB_ID));
    return job == null ? owner(String.valueOf(event.getLoggerName())) : job.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String owner(String logger) {
    if (logger.startsWith("org.apache.kafka.") || logger.startsWith("kafka.") || logger.startsWith("state.change.")) {
      return "kafka";
    }
    return logger.startsWith("org.apache.flink.") || logger.startsWith("org.apache.pekko.") ? "flink" : TWINLANE;
  }
}
