package io.twinlane.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What came of a request: the answer, or the exception that tells why not without the wrappings of futures. */
final class Answers {
  private static final int LONGEST_REASON = 2000;

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

  /** The deepest cause in words; the server may say whole values, of which the beginning is enough. */
  static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    if (deepest.getMessage() == null) {
      return deepest.getClass().getSimpleName();
    }
    String line = deepest.getMessage().lines().findFirst().orElse("").strip();
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
  }
}
