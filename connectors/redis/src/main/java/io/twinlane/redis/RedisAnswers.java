package io.twinlane.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What Redis said to each command of a batch, in their order: null where it did as it was told. */
record RedisAnswers(List<Throwable> failures) {
  /** Replies that tell of the server and not of the key that was asked for; a new connection may find it well, or another one in its place. */
  private static final List<String> OF_THE_SERVER = List.of("LOADING", "READONLY", "MASTERDOWN", "CLUSTERDOWN", "NOAUTH", "WRONGPASS",
      "NOSCRIPT", "TRYAGAIN", "BUSY", "NOREPLICAS", "MISCONF");

  /** {@code late} is what befell those that have no answer. */
  static RedisAnswers of(List<? extends CompletableFuture<?>> commands, Throwable late) {
    return new RedisAnswers(commands.stream().map(command -> failure(command, late)).toList());
  }

  /** Whether the reply is about the key: others may be written all the same. */
  static boolean refusal(Throwable failure) {
    return failure instanceof RedisCommandExecutionException && OF_THE_SERVER.stream().noneMatch(of(failure)::startsWith);
  }

  /** Whether Redis replied at all. */
  static boolean reply(Throwable failure) {
    return failure instanceof RedisCommandExecutionException;
  }

  /** Whether Redis closes the connection after it: a text longer than proto-max-bulk-len. */
  static boolean breaking(Throwable failure) {
    return of(failure).startsWith("ERR Protocol error");
  }

  /** Whether the connection can be used on. */
  boolean connectionHolds() {
    return failures.stream().allMatch(failure -> failure == null || refusal(failure) && !breaking(failure));
  }

  private static String of(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  private static Throwable failure(CompletableFuture<?> command, Throwable late) {
    if (!command.isDone()) {
      return unwrapped(late);
    }
    try {
      command.getNow(null);
      return null;
    } catch (RuntimeException e) {
      return unwrapped(e);
    }
  }

  static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }
}
