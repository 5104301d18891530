package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.KafkaConnection;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.local.demo.Player;
import io.twinlane.local.settings.PlatformSettings;
import io.twinlane.local.settings.Settings;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.PlatformRefusal;
import io.twinlane.local.up.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a recording into a raw topic of the platform that runs. */
@Command(name = "replay", description = "Play a recording (JSON lines) into a source's raw topic, original receive times kept.")
final class Replay extends Verb {
  @Mixin
  private SettingOptions settings;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A live source of the catalog, such as ib.")
  private String source;

  @Parameters(index = "1", paramLabel = "FILE",
      description = "A raw message a line, or {\"received\": \"<ISO-8601 or epoch ms>\", \"message\": \"<raw text>\"}.")
  private Path file;

  @Option(names = "--speed", paramLabel = "SPEED", defaultValue = "recorded", converter = SpeedConverter.class,
      description = "recorded (standard), max, or a number of times such as 10x.")
  private Speed speed;

  @Override
  public Integer call() throws IOException {
    Catalog catalog = CatalogLoader.load(session().root());
    Source known = liveSource(catalog);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new PlatformRefusal("Cannot replay " + file + ": there is no such file.");
    }
    String kafka = kafka(settings.resolve(session()));
    try (Progress progress = session().terminal().progress()) {
      tell(new Player(KafkaConnection.of(kafka), catalog.platform().maxRecordBytes()).play(Map.of(known, List.of(file)), speed, progress));
    }
    return ExitCode.DONE;
  }

  private Source liveSource(Catalog catalog) {
    Source found = catalog.source(source);
    if (!found.live()) {
      throw new PlatformRefusal("Cannot replay into " + source + ": its files are landed in the lake. Live sources: "
          + String.join(", ", catalog.sources(Source.Lane.LIVE).stream().map(Source::name).toList()) + ".");
    }
    return found;
  }

  private String kafka(PlatformSettings resolved) {
    if (resolved.has(Settings.KAFKA_BOOTSTRAP_SERVERS)) {
      return resolved.get(Settings.KAFKA_BOOTSTRAP_SERVERS);
    }
    StateFolder folder = StateFolder.of(resolved);
    return folder.running().filter(state -> state.addresses() != null).map(state -> state.addresses().kafka())
        .orElseThrow(() -> new PlatformRefusal("Cannot replay " + file + ": no platform runs in " + folder.shown()
            + ". Start one with ./twinlane up, or set kafka.bootstrap-servers."));
  }

  private void tell(ReplayCounts counts) {
    if (json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("ok", true);
      document.put("messages", counts.byTopic());
      document.put("seconds", counts.took().toMillis() / 1000.0);
      session().print(document);
    } else {
      counts.byTopic().forEach((topic, count) -> session().say(String.format(Locale.ROOT, "%,d messages in %s", count, topic)));
    }
  }
}
