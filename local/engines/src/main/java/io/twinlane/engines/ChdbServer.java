package io.twinlane.engines;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The child process that is the ClickHouse server: hosts libchdb, whose HTTP and native servers are ClickHouse's own. */
final class ChdbServer {
  private static final int GRACE_SECONDS = 20;

  /** What we call of libchdb, by its own names. */
  interface Chdb extends Library {
    Pointer chdb_query_cmdline(int argc, Pointer argv);

    String chdb_result_error(Pointer result);

    void chdb_set_signal_handlers_enabled(int enabled);
  }

  private final CountDownLatch ended = new CountDownLatch(1);
  private final NativeTerminal terminal = new NativeTerminal();

  private ChdbServer() {
  }

  /** Arguments: the library's path, the file to lock while we live, then what the engine's command line is to hold. */
  public static void main(String[] args) throws IOException {
    FileChannel channel = FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      end("another server uses this folder");
    }
    try {
      end(new ChdbServer().run(args[0], List.of(args).subList(2, args.length)));
    } catch (RuntimeException | LinkageError e) {
      end(e.getMessage());
    }
  }

  private static void end(String failure) {
    if (failure != null) {
      System.err.println(failure);
    }
    Runtime.getRuntime().halt(failure == null ? 0 : 1);
  }

  private String run(String library, List<String> options) {
    terminal.whenParentLetsGo(this::stop);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    List<String> arguments = new ArrayList<>(List.of("clickhouse"));
    arguments.addAll(options);
    Chdb chdb = Native.load(library, Chdb.class);
    ClickHouseFence.raise();
    chdb.chdb_set_signal_handlers_enabled(0); // else ClickHouse's SIGSEGV handler takes the JVM's place and kills it
    Pointer result = chdb.chdb_query_cmdline(arguments.size(), new StringArray(arguments.toArray(new String[0]), "UTF-8"));
    ended.countDown();
    return result == null ? "the engine returned nothing" : chdb.chdb_result_error(result);
  }

  /** Asks the engine to end, again and again as it forgets what is typed before it is up; one that does not end in time is ended. */
  private void stop() {
    try {
      for (int second = 0; second < GRACE_SECONDS; second++) {
        terminal.type("exit");
        if (ended.await(1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(2);
  }
}
