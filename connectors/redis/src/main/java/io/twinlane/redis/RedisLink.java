package io.twinlane.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One connection to Redis, made anew after anything went wrong. One batch is under way at a time; for one thread. */
final class RedisLink implements AutoCloseable {
  private static final String SCRIPT = script();

  private final RedisConfig address;
  private final ClientResources resources = DefaultClientResources.builder().ioThreadPoolSize(1).computationThreadPoolSize(1).build();
  private final RedisClient client = RedisClient.create(resources);
  private volatile StatefulRedisConnection<String, String> connection;
  private volatile String scriptId;
  private CompletableFuture<StatefulRedisConnection<String, String>> opening;

  RedisLink(RedisConfig address) {
    this.address = address;
    client.setOptions(ClientOptions.builder()
        .autoReconnect(false) // the writer decides what is sent again, and when
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .socketOptions(SocketOptions.builder().connectTimeout(address.timeout()).keepAlive(true).build())
        .build());
  }

  /** Done when Redis has answered every change; on any failure all changes of the batch may be sent again. */
  CompletableFuture<Void> send(Batch batch) {
    return opened().thenCompose(open -> limited(dispatch(open, batch))).whenComplete((done, failure) -> {
      if (failure != null) {
        drop();
      }
    });
  }

  /** Begins to connect, so that the first batch need not wait for it; a failure shows when something is sent. */
  void prepare() {
    CompletableFuture<?> unused = opened();
  }

  private CompletableFuture<StatefulRedisConnection<String, String>> opened() {
    boolean usable = opening != null && (!opening.isDone() || connection != null && connection.isOpen());
    if (!usable) {
      drop();
      opening = connect();
    }
    return opening;
  }

  private CompletableFuture<StatefulRedisConnection<String, String>> connect() {
    try {
      return client.connectAsync(StringCodec.UTF8, address.resolve()).toCompletableFuture().thenCompose(this::prepared);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** A restarted Redis has forgotten the script: it goes ahead of the first batch of every connection. */
  private CompletableFuture<StatefulRedisConnection<String, String>> prepared(StatefulRedisConnection<String, String> fresh) {
    connection = fresh;
    return limited(fresh.async().scriptLoad(SCRIPT).toCompletableFuture()).thenApply(id -> {
      scriptId = id;
      fresh.setAutoFlushCommands(false);
      return fresh;
    });
  }

  private <T> CompletableFuture<T> limited(CompletableFuture<T> answer) {
    return answer.orTimeout(address.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<Void> dispatch(StatefulRedisConnection<String, String> open, Batch batch) {
    RedisAsyncCommands<String, String> commands = open.async();
    List<CompletableFuture<?>> answers = new ArrayList<>(batch.keys());
    batch.forEach((key, arguments) -> answers.add(change(commands, key, arguments).toCompletableFuture()));
    open.flushCommands();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
  }

  private RedisFuture<Long> change(RedisAsyncCommands<String, String> commands, String key, String[] arguments) {
    return arguments == Batch.DELETE ? commands.del(key)
        : commands.evalsha(scriptId, ScriptOutputType.INTEGER, new String[] {key}, arguments);
  }

  private void drop() {
    StatefulRedisConnection<String, String> broken = connection;
    connection = null;
    if (broken != null) {
      CompletableFuture<Void> unused = broken.closeAsync();
    }
  }

  @Override
  public void close() {
    drop();
    client.shutdown(0, 2, TimeUnit.SECONDS);
    resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  @Override
  public String toString() {
    return address.toString();
  }

  private static String script() {
    try (InputStream in = RedisLink.class.getResourceAsStream("replace-hash.lua")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
