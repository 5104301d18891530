package io.twinlane.local.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Long work made visible: a line for each step that is done, and a sign of life with what is being waited for. A terminal shows the
 * latter on a last line that is rewritten each second; a file or pipe gets a line of its own after 4 s of silence. Steps may overlap and
 * come from any thread.
 */
public final class Progress implements AutoCloseable {
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(4);
  private static final String LIFE = "  ... ";
  private static final String WIPE = OwnSequences.of("\r\u001b[K");

  private final Terminal terminal;
  private final LongSupplier clock;
  private final List<Step> waitingFor = new ArrayList<>();
  private ScheduledExecutorService heart;
  private long lastWord;

  Progress(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.lastWord = clock.getAsLong();
  }

  static Progress start(Terminal terminal) {
    Progress progress = new Progress(terminal, System::nanoTime);
    progress.heart = Executors.newSingleThreadScheduledExecutor(work -> {
      Thread thread = new Thread(work, "progress");
      thread.setDaemon(true);
      return thread;
    });
    Future<?> unused = progress.heart.scheduleAtFixedRate(progress::beat, 1, 1, TimeUnit.SECONDS);
    return progress;
  }

  /** Whether a line of another process's progress says only that it goes on. */
  public static boolean isSignOfLife(String line) {
    return line.startsWith(LIFE);
  }

  /** Starts a step, named as what is going on: {@code Starting Kafka}. Close it, or say that it is done. */
  public synchronized Step begin(String what) {
    Step step = new Step(what, clock.getAsLong());
    waitingFor.add(step);
    showWaiting();
    return step;
  }

  /** A line that stays. */
  public synchronized void say(String line) {
    terminal.err().print((terminal.live() ? WIPE : "") + Printable.line(line) + "\n");
    terminal.err().flush();
    lastWord = clock.getAsLong();
    showWaiting();
  }

  /** A sign of life, when one is due. */
  synchronized void beat() {
    if (terminal.live()) {
      showWaiting();
    } else if (!waitingFor.isEmpty() && clock.getAsLong() - lastWord >= SILENCE_NANOS) {
      say(LIFE + waiting());
    }
  }

  /** Ends the signs of life and clears the last line. */
  @Override
  public void close() {
    if (heart != null) {
      heart.shutdownNow();
    }
    synchronized (this) {
      waitingFor.clear();
      showWaiting();
    }
  }

  private void showWaiting() {
    if (terminal.live()) {
      String line = waitingFor.isEmpty() ? "" : Printable.line(LIFE + waiting());
      int room = Math.max(10, terminal.width() - 1);
      terminal.err().print(WIPE + (line.length() > room ? line.substring(0, room - 3) + "..." : line));
      terminal.err().flush();
    }
  }

  private String waiting() {
    long longest = waitingFor.stream().mapToLong(step -> clock.getAsLong() - step.begun).max().orElse(0);
    return TimeUnit.NANOSECONDS.toSeconds(longest) + " s: " + waitingFor.stream().map(Step::text).collect(Collectors.joining(", "));
  }

  private synchronized void end(Step step, String lastLine) {
    if (waitingFor.remove(step)) {
      if (lastLine != null) {
        say(lastLine);
      }
      showWaiting();
    }
  }

  /** Something that takes a while. */
  public final class Step implements AutoCloseable {
    private final String what;
    private final long begun;
    private volatile String detail = "";

    private Step(String what, long begun) {
      this.what = what;
      this.begun = begun;
    }

    /** How far it is: {@code 1200 of 20000 rows}. Shown with the next sign of life. */
    public void at(String newDetail) {
      detail = newDetail;
    }

    /** Ends the step with a line that says what is there now: {@code Kafka on 127.0.0.1:9092}; the time it took is added. */
    public void done(String result) {
      double seconds = (clock.getAsLong() - begun) / 1e9;
      Colours colours = terminal.live() ? terminal.colours() : Colours.NONE;
      end(this, "  " + colours.good("ok") + "  " + result + colours.faint(String.format(Locale.ROOT, " (%.1f s)", seconds)));
    }

    /** Ends the step without a word, if it has not been done: what failed is told elsewhere. */
    @Override
    public void close() {
      end(this, null);
    }

    private String text() {
      return detail.isEmpty() ? what : what + " (" + detail + ")";
    }
  }
}
