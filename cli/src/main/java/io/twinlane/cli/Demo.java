package io.twinlane.cli;

import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.local.demo.DemoOptions;
import io.twinlane.local.demo.LocalDemo;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything once, with the proof that both lanes agree. */
@Command(name = "demo", description = "Run everything once, with the proof that both lanes agree; then stay up until Ctrl-C.")
final class Demo extends Verb {
  /** The demo leaves the state of {@code up} alone. */
  static final Map<String, String> STANDARDS = Map.of("state.dir", "target/demo/state");

  @Mixin
  private SettingOptions settings;

  @Option(names = "--data", paramLabel = "DIR",
      description = "Play recordings of your own instead: DIR/<source>/*.jsonl|csv|txt|json, and DIR/instruments.csv where given.")
  private Path recordings;

  @Option(names = "--speed", paramLabel = "SPEED", defaultValue = "recorded", converter = SpeedConverter.class,
      description = "recorded (standard), max, or a number of times such as 10x.")
  private Speed speed;

  @Option(names = "--max-gap", paramLabel = "TIME", defaultValue = "5s", converter = MaxGapConverter.class,
      description = "Recorded pauses that are longer are shortened to it: 5s (standard), 500ms, 2m; 0 leaves out all, none keeps all.")
  private MaxGap maxGap;

  @Option(names = "--exit", description = "End when the table is printed.")
  private boolean exit;

  @Option(names = "--keep", paramLabel = "DIR", description = "Leave what the stores hold in DIR, for inspection.")
  private Path keep;

  @Override
  public Integer call() throws Exception {
    if (keep != null) {
      settings.keep(keep.toAbsolutePath());
    }
    DemoOptions options = new DemoOptions(Optional.ofNullable(recordings), speed, maxGap, exit, Optional.ofNullable(keep), json());
    return new LocalDemo(options, settings.resolve(session(), STANDARDS), session().terminal()).run();
  }
}
