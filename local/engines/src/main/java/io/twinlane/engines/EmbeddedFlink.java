package io.twinlane.engines;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One Flink cluster with its web dashboard inside this JVM, for every job. */
public final class EmbeddedFlink implements AutoCloseable {
  /** The setting that a message names when the port is taken. */
  public static final String PORT_KEY = "flink.port";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MiniCluster cluster;
  private final URI dashboard;

  private EmbeddedFlink(MiniCluster cluster, URI dashboard) {
    this.cluster = cluster;
    this.dashboard = dashboard;
  }

  /**
   * Starts the cluster with its dashboard on 127.0.0.1; 0 is any free port.
   *
   * @param extra settings that go before ours
   */
  public static EmbeddedFlink start(Configuration extra, int restPort) {
    int claimed = Ports.claim("Flink", restPort, PORT_KEY);
    try {
      return started(new MiniCluster(FlinkSettings.cluster(extra, claimed)));
    } catch (Exception e) {
      throw new CannotStart("Cannot start Flink: " + CannotStart.reason(e), e);
    }
  }

  private static EmbeddedFlink started(MiniCluster cluster) throws Exception {
    try {
      cluster.start();
      EmbeddedFlink flink = new EmbeddedFlink(cluster, get(cluster.getRestAddress()));
      flink.awaitDispatcher();
      return flink;
    } catch (Exception e) {
      get(cluster.closeAsync());
      throw e;
    }
  }

  /** REST listens before it knows who leads: until then every question for jobs is answered with 503. */
  private void awaitDispatcher() {
    if (!Patience.until(PATIENCE, this::tellsOfJobs)) {
      throw new CannotStart("Cannot start Flink: it does not tell of its jobs at " + url() + " after " + PATIENCE.toSeconds() + " s");
    }
  }

  private boolean tellsOfJobs() {
    try {
      HttpURLConnection question = (HttpURLConnection) URI.create(url() + "/jobs/overview").toURL().openConnection();
      question.setReadTimeout((int) PATIENCE.toMillis());
      try {
        return question.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        question.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** The dashboard's address. */
  public String url() {
    return "http://" + Ports.HOST + ":" + port();
  }

  public int port() {
    return dashboard.getPort();
  }

  /** An environment whose jobs run here: {@code executeAsync} returns once submitted, {@code execute} waits and brings the results. */
  public StreamExecutionEnvironment environment(Configuration job) {
    Configuration settings = new Configuration(job);
    settings.set(DeploymentOptions.TARGET, MiniClusterExecutor.NAME);
    if (!settings.contains(DeploymentOptions.ATTACHED)) {
      settings.set(DeploymentOptions.ATTACHED, true);
    }
    return new StreamExecutionEnvironment(new MiniClusterExecutor(cluster), settings, EmbeddedFlink.class.getClassLoader());
  }

  /** Runs an unmodified main: the environments that it asks Flink for submit here. */
  public void runMain(Configuration job, JobMain main) throws Exception {
    ContextEnvironment.use(this, job);
    try {
      main.run();
    } finally {
      ContextEnvironment.reset();
    }
  }

  /** Every job that the cluster has seen, ended ones too. */
  public List<FlinkJob> jobs() {
    return get(cluster.listJobs()).stream().map(job -> new FlinkJob(job.getJobName(), job.getJobState(), job.getJobId())).toList();
  }

  /** Cancels what runs and returns when nothing does. */
  public void cancelAll() {
    for (var job : unfinished()) {
      CompletableFuture<?> unused = cluster.cancelJob(job.id());
    }
    if (!Patience.until(PATIENCE, () -> unfinished().isEmpty())) {
      throw new IllegalStateException("Cannot cancel jobs " + unfinished() + ": they still run after " + PATIENCE.toSeconds() + " s");
    }
  }

  /** Cancels all jobs first: a cluster that is closed under a running job logs a failure for each of its tasks. */
  @Override
  public void close() {
    if (!cluster.isRunning()) {
      return;
    }
    try {
      cancelAll();
    } finally {
      get(cluster.closeAsync());
    }
  }

  private List<FlinkJob> unfinished() {
    return jobs().stream().filter(job -> !job.state().isGloballyTerminalState()).toList();
  }

  private static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot go on waiting for Flink: interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Cannot get an answer from Flink: " + CannotStart.reason(e), e);
    }
  }

  /** The only door to the environment that Flink hands to mains. */
  private static final class ContextEnvironment extends StreamExecutionEnvironment {
    static void use(EmbeddedFlink flink, Configuration job) {
      initializeContextEnvironment(asked -> {
        Configuration settings = new Configuration(job);
        settings.addAll(asked);
        return flink.environment(settings);
      });
    }

    static void reset() {
      resetContextEnvironment();
    }
  }
}
