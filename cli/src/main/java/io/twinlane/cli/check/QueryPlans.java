package io.twinlane.cli.check;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import io.twinlane.jobs.compute.ComputationCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plans queries beside what else is looked at: the planner takes seconds to get going, and no engine. */
final class QueryPlans {
  private static final int MOST_AT_ONCE = 2;
  private final List<Future<List<Problem>>> running = new ArrayList<>();

  static QueryPlans begin(Catalog catalog, List<Computation> computations) {
    QueryPlans plans = new QueryPlans();
    ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE, work -> {
      Thread thread = new Thread(work, "planner");
      thread.setDaemon(true);
      return thread;
    });
    computations.forEach(computation -> plans.running.add(threads.submit(() -> problems(catalog, computation))));
    threads.shutdown();
    return plans;
  }

  int size() {
    return running.size();
  }

  /** Waits for all. */
  List<Problem> problems() throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    for (Future<List<Problem>> plan : running) {
      try {
        problems.addAll(plan.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return problems.stream().sorted().distinct().toList();
  }

  /** Whatever a query makes the planner throw is that query's problem: it hides no other. */
  private static List<Problem> problems(Catalog catalog, Computation computation) {
    try {
      return ComputationCheck.problems(catalog, computation);
    } catch (RuntimeException | LinkageError e) {
      return List.of(new Problem(Inspection.folder(computation) + "/query.sql", 0, "the query cannot be planned: " + e));
    }
  }
}
