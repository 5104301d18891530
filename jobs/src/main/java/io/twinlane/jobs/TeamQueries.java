package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import io.twinlane.jobs.cluster.FailureCause;
import io.twinlane.jobs.cluster.SubmittedJob;
import io.twinlane.jobs.compute.ComputationRefused;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.jobs.compute.ComputeJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Plans and submits the computations one by one; whatever is wrong with one of them is told of it and stops nothing else. */
public final class TeamQueries {
  /** A query that takes longer to plan is refused: the next ones have their turn. */
  private static final Duration TO_PLAN = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final ComputeConfig config;
  private final Supplier<StreamExecutionEnvironment> environments;
  private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
    Thread thread = new Thread(work, "plan-query");
    thread.setDaemon(true);
    return thread;
  });
  private final Map<Computation, StreamExecutionEnvironment> planned = new LinkedHashMap<>();
  private final List<RefusedComputation> refused = new ArrayList<>();

  /** @param environments gives an environment for each query, of the cluster that is to run it */
  public TeamQueries(Catalog catalog, ComputeConfig config, Supplier<StreamExecutionEnvironment> environments) {
    this.catalog = catalog;
    this.config = config;
    this.environments = environments;
  }

  /** Plans every query. Needs nothing but the catalog, so it may go on beside other work. */
  public Void plan() throws InterruptedException {
    for (Computation computation : catalog.computations()) {
      Future<StreamExecutionEnvironment> plan = threads.submit(() -> plan(computation));
      try {
        planned.put(computation, plan.get(TO_PLAN.toSeconds(), TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        refuse(computation, e.getCause());
      } catch (TimeoutException e) {
        plan.cancel(true);
        refuse(computation, "planning it took longer than " + TO_PLAN.toSeconds() + " s: join fewer tables, or take the query apart");
      }
    }
    threads.shutdown();
    return null;
  }

  /** Submits what could be planned. */
  public List<SubmittedJob> submit() {
    List<SubmittedJob> submitted = new ArrayList<>();
    planned.forEach((computation, env) -> {
      try {
        submitted.add(new SubmittedJob(computation.jobName(), env.executeAsync(computation.jobName())));
      } catch (Exception e) {
        refuse(computation, e);
      }
    });
    return submitted;
  }

  /** Those that could not be planned or submitted, each with why. */
  public List<RefusedComputation> refused() {
    return refused;
  }

  /** The name that its team knows it by: {@code quant/vwap_5m}. */
  public static String shown(Computation computation) {
    return computation.team() + "/" + computation.name();
  }

  private StreamExecutionEnvironment plan(Computation computation) {
    StreamExecutionEnvironment env = environments.get();
    ComputeJob.plan(env, catalog, computation, config);
    return env;
  }

  private void refuse(Computation computation, Throwable failure) {
    if (failure instanceof ComputationRefused told) {
      refused.add(new RefusedComputation(shown(computation), told.problems().stream().map(Problem::toString).toList()));
    } else {
      refuse(computation, "it cannot be planned: " + FailureCause.of(failure));
    }
  }

  private void refuse(Computation computation, String why) {
    refused.add(new RefusedComputation(shown(computation), List.of("sql/" + shown(computation) + "/query.sql: " + why)));
  }
}
