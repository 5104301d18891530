package io.twinlane.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What came of a request: the answer, or the exception that tells why not without the wrappings of futures. */
final class Answers {
  private Answers() {}

  static <T> T of(CompletableFuture<T> request) throws Exception {
    try {
      return request.get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** The server's own exception when there is one among the causes, else the exception as it is. */
  static Exception unwrapped(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerException server) {
        return server;
      }
    }
    return failure.getCause() instanceof Exception cause ? cause : failure;
  }

  /** The deepest cause in words. */
  static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage().lines().findFirst().orElse("").strip();
  }
}
