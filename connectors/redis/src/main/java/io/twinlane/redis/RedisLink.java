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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection to Redis, made anew after anything went wrong. For one thread, which need not wait for an answer before it asks for more. */
final class RedisLink implements AutoCloseable {
  private static final String SCRIPT = script();

  private final RedisConfig address;
  private final ClientResources resources = DefaultClientResources.builder().ioThreadPoolSize(1).computationThreadPoolSize(1).build();
  private final RedisClient client = RedisClient.create(resources);
  private volatile StatefulRedisConnection<String, String> connection;
  private volatile String scriptId;
  private final AtomicInteger connections = new AtomicInteger();
  private CompletableFuture<StatefulRedisConnection<String, String>> opening;

  RedisLink(RedisConfig address) {
    this.address = address;
    client.setOptions(ClientOptions.builder()
        .autoReconnect(false) // the writer decides what is sent again, and when
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .socketOptions(SocketOptions.builder().connectTimeout(address.timeout()).keepAlive(true).build())
        .build());
  }

  /** Done when Redis has answered what it answers; fails only when there is no connection to be had, and then nothing was sent. */
  CompletableFuture<RedisAnswers> send(List<Change> changes) {
    return opened().thenCompose(open -> answers(open, commands(open, changes)));
  }

  /** Which of the keys are there, in their order; fails when one has no answer. */
  CompletableFuture<List<Boolean>> exist(List<String> keys) {
    return opened().thenCompose(open -> {
      List<CompletableFuture<Long>> asked = keys.stream().map(key -> open.async().exists(key).toCompletableFuture()).toList();
      return answers(open, asked).thenApply(answers -> {
        answers.failures().stream().filter(Objects::nonNull).findFirst().ifPresent(failure -> {
          throw new CompletionException(failure);
        });
        return asked.stream().map(answer -> answer.join() > 0).toList();
      });
    });
  }

  /** How many connections were made so far: a new one may lead to a Redis that is not the one before. */
  int connections() {
    return connections.get();
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
      connections.incrementAndGet();
      return fresh;
    });
  }

  private <T> CompletableFuture<T> limited(CompletableFuture<T> answer) {
    return answer.orTimeout(address.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private List<CompletableFuture<?>> commands(StatefulRedisConnection<String, String> open, List<Change> changes) {
    long now = System.currentTimeMillis();
    List<CompletableFuture<?>> commands = new ArrayList<>(changes.size());
    changes.forEach(change -> commands.add(change(open.async(), change, now).toCompletableFuture()));
    return commands;
  }

  private RedisFuture<Long> change(RedisAsyncCommands<String, String> commands, Change change, long now) {
    return change.deletes() ? commands.del(change.key())
        : commands.evalsha(scriptId, ScriptOutputType.INTEGER, new String[] {change.key()}, change.arguments(now));
  }

  private CompletableFuture<RedisAnswers> answers(StatefulRedisConnection<String, String> open, List<? extends CompletableFuture<?>> commands) {
    open.flushCommands();
    return limited(CompletableFuture.allOf(commands.toArray(CompletableFuture[]::new))).handle((all, late) -> {
      RedisAnswers answers = RedisAnswers.of(commands, late);
      if (!answers.connectionHolds()) {
        drop(open);
      }
      return answers;
    });
  }

  private void drop(StatefulRedisConnection<String, String> broken) {
    if (connection == broken) {
      drop();
    }
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
    CompletableFuture<?> unused = client.shutdownAsync(0, 2, TimeUnit.SECONDS); // not to wait for what a hanging Redis never confirms
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
