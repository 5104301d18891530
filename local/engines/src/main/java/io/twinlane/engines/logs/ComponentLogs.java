package io.twinlane.engines.logs;

import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;

/** One log file a component and a job, below a folder, for as long as this is open; before and after, one file has it all. */
public final class ComponentLogs implements AutoCloseable {
  /** The appender of log4j2.properties. */
  private static final String FILE = "file";

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final Appender file = context.getConfiguration().getAppender(FILE);
  private final Appender components;

  private ComponentLogs(Path folder) {
    components = file instanceof RollingFileAppender rolling
        ? new ComponentLog(folder.toAbsolutePath().normalize(), context.getConfiguration(), rolling) : null;
  }

  /** Begins; what logs in another way than ours (a test's own) is left alone. */
  public static ComponentLogs into(Path folder) {
    ComponentLogs logs = new ComponentLogs(folder);
    if (logs.components != null) {
      logs.components.start();
      logs.replace(logs.file, logs.components);
    }
    return logs;
  }

  @Override
  public void close() {
    if (components != null && components.isStarted()) {
      replace(components, file);
      components.stop();
    }
  }

  private void replace(Appender from, Appender to) {
    for (LoggerConfig logger : context.getConfiguration().getLoggers().values()) {
      if (logger.getAppenders().containsKey(from.getName())) {
        logger.addAppender(to, null, null);
        logger.removeAppender(from.getName());
      }
    }
    context.updateLoggers();
  }
}
