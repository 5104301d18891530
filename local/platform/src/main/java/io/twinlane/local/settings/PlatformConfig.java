package io.twinlane.local.settings;

import java.nio.file.Path;
import java.util.Map;

/** What holds for one run of the platform: every setting resolved, standard values under environment variables under {@code --set}. */
public final class PlatformConfig {
  private final Path root;
  private final Map<Setting<?>, Object> values;

  PlatformConfig(Path root, Map<Setting<?>, Object> values) {
    this.root = root;
    this.values = values;
  }

  /** The value in force. */
  public <T> T get(Setting<T> setting) {
    @SuppressWarnings("unchecked") // the resolver puts what the setting's own parser made
    T value = (T) values.get(setting);
    return value;
  }

  /** Whether a text is set: that an outside server takes an engine's place. */
  public boolean has(Setting<String> setting) {
    return !get(setting).isEmpty();
  }

  /** The repository. */
  public Path root() {
    return root;
  }

  /** Where the platform keeps its state, absolute. */
  public Path stateDir() {
    return root.resolve(get(Settings.STATE_DIR)).normalize();
  }

  /** Where the lake lies, absolute. */
  public Path lakeRoot() {
    Path set = get(Settings.LAKE_ROOT);
    return set.toString().isEmpty() ? stateDir().resolve("lake") : root.resolve(set).normalize();
  }

  /** A path as a person would write it: below the repository without the repository's own path. */
  public String shown(Path path) {
    return path.startsWith(root) && !path.equals(root) ? root.relativize(path).toString() : path.toString();
  }
}
