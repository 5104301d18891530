package io.twinlane.local.settings;

import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.config.ConfigProblems;
import io.twinlane.config.ConfigResolver;
import io.twinlane.config.Options;
import io.twinlane.jobs.JobOptions;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.lake.LakeOptions;
import io.twinlane.redis.RedisOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** What holds for one run of the platform: every option resolved, standard values under environment variables under {@code --set}. */
public final class PlatformConfig {
  /** Every option that can be set, by concern, in the order of docs/configuration.md. */
  public static final List<Options> OPTIONS = List.of(
      PlatformOptions.ALL, KafkaOptions.ALL, ClickHouseOptions.ALL, RedisOptions.ALL, LakeOptions.ALL, JobOptions.ALL);
  /** Variables with our prefix that set no option: where the ClickHouse engine lies, and options for the launcher's JVM. */
  static final Set<String> OTHER_VARIABLES = Set.of("TWINLANE_CACHE", "TWINLANE_CHDB_LIB", "TWINLANE_JAVA_OPTS");

  private final Path root;
  private final Configuration config;

  private PlatformConfig(Path root, Configuration config) {
    this.root = root.toAbsolutePath().normalize();
    this.config = config;
  }

  /**
   * Resolves or throws one {@link ConfigProblems}.
   *
   * @param root the repository
   * @param standards standard values that differ in this use, by key: the demo's state folder
   * @param assignments {@code key=value} texts, the last one of a key counts
   */
  public static PlatformConfig resolve(Path root, Map<String, String> standards, Map<String, String> environment, List<String> assignments) {
    Configuration config = new ConfigResolver(OPTIONS, OTHER_VARIABLES).resolve(standards, environment, assignments);
    KafkaConfig.from(config); // properties that its clients do not know
    if (config.get(LakeOptions.ROOT).contains(":/")) {
      throw new ConfigProblems(List.of("Cannot set " + LakeOptions.ROOT.key() + " to '" + config.get(LakeOptions.ROOT)
          + "': the platform on one machine keeps its lake in a folder."));
    }
    return new PlatformConfig(root, config);
  }

  /** The value in force. */
  public <T> T get(ConfigOption<T> option) {
    return config.get(option);
  }

  /** Whether a text is set: that an outside server takes an engine's place. */
  public boolean has(ConfigOption<String> option) {
    return !get(option).isEmpty();
  }

  /** The address of an outside server, so that a path can be put behind it; empty: none is set. */
  public String address(ConfigOption<String> option) {
    String url = get(option);
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** All values that were set, to be changed by the caller. */
  public Configuration copy() {
    return new Configuration(config);
  }

  /** The repository. */
  public Path root() {
    return root;
  }

  /** Where the platform keeps its state, absolute. */
  public Path stateDir() {
    return root.resolve(get(PlatformOptions.STATE_DIR)).normalize();
  }

  /** Where the lake lies, absolute. */
  public Path lakeRoot() {
    return has(LakeOptions.ROOT) ? root.resolve(get(LakeOptions.ROOT)).normalize() : stateDir().resolve("lake");
  }

  /** A path as a person would write it: below the repository without the repository's own path. */
  public String shown(Path path) {
    return path.startsWith(root) && !path.equals(root) ? root.relativize(path).toString() : path.toString();
  }
}
