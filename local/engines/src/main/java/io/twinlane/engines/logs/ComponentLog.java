package io.twinlane.engines.logs;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.rolling.DefaultRolloverStrategy;
import org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;

/** Hands each line on to its component's own file, which is opened with the first line and rotated by size. */
final class ComponentLog extends AbstractAppender {
  /** With two files kept behind it, no component takes more than three times this. */
  private static final String LARGEST = "5MB";
  private static final String KEPT = "2";

  private final Path folder;
  private final Configuration configuration;
  private final RollingFileAppender before;
  private final Map<String, RollingFileAppender> files = new ConcurrentHashMap<>();

  /**
   * Begins.
   *
   * @param before the one file that all went to until now: its layout is kept, and it stays the file of what is not a component's
   */
  ComponentLog(Path folder, Configuration configuration, RollingFileAppender before) {
    super("components", null, before.getLayout(), false, Property.EMPTY_ARRAY);
    this.folder = folder;
    this.configuration = configuration;
    this.before = before;
  }

  @Override
  public void append(LogEvent event) {
    files.computeIfAbsent(Component.of(event), this::open).append(event);
  }

  @Override
  public void stop() {
    super.stop();
    files.values().stream().filter(file -> file != before).forEach(RollingFileAppender::stop);
  }

  private RollingFileAppender open(String component) {
    String name = folder.resolve(component + ".log").toString();
    if (name.equals(before.getFileName())) {
      return before;
    }
    RollingFileAppender file = RollingFileAppender.newBuilder().setName(component).setConfiguration(configuration)
        .withFileName(name).withFilePattern(name + ".%i")
        .withPolicy(SizeBasedTriggeringPolicy.createPolicy(LARGEST))
        .withStrategy(DefaultRolloverStrategy.newBuilder().withMax(KEPT).withConfig(configuration).build())
        .setLayout(getLayout()).build();
    file.start();
    return file;
  }
}
