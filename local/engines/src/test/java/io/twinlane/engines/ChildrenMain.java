package io.twinlane.engines;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A platform's child processes and nothing else, begun side by side as the platform does it, and closed in order on the way out once all
 * are up. Arguments: a folder, and the ports of Redis and ClickHouse (HTTP, native).
 */
final class ChildrenMain {
  private ChildrenMain() {
  }

  public static void main(String[] args) throws Exception {
    Path dir = Path.of(args[0]);
    var redis = CompletableFuture.supplyAsync(() -> EmbeddedRedis.start(dir.resolve("redis"), Integer.parseInt(args[1])));
    EmbeddedClickHouse clickHouse =
        EmbeddedClickHouse.start(dir.resolve("clickhouse"), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    redis.join();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      redis.join().close();
      clickHouse.close();
    }));
    System.out.println("up");
    new CountDownLatch(1).await();
  }
}
