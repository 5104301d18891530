package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedFlinkTest {
  private static final int MANY_JOBS = 12;
  private static EmbeddedFlink flink;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
  }

  @AfterEach
  void clear() {
    flink.cancelAll();
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @Test
  void a_cluster_that_has_started_tells_of_its_jobs_at_once() throws Exception {
    try (EmbeddedFlink another = EmbeddedFlink.start(new Configuration(), 0)) {
      assertThat(Browser.get(another.url() + "/jobs/overview").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_bounded_job_brings_its_accumulators_back() throws Exception {
    JobExecutionResult result = SmallJobs.bounded(environment(RuntimeExecutionMode.STREAMING), 1000).execute("count-to-1000");
    assertThat(result.<Integer>getAccumulatorResult("seen")).isEqualTo(1000);
    assertThat(result.getNetRuntime()).isPositive();
  }

  @Test
  void a_bounded_job_that_fails_says_why() throws Exception {
    StreamExecutionEnvironment env = SmallJobs.failing(environment(RuntimeExecutionMode.STREAMING), "the disk is on fire");
    assertThatThrownBy(() -> env.execute("fails")).hasStackTraceContaining("the disk is on fire");
    assertThat(flink.jobs()).anySatisfy(job -> {
      assertThat(job.name()).isEqualTo("fails");
      assertThat(job.state()).isEqualTo(JobStatus.FAILED);
    });
  }

  @Test
  void an_endless_job_is_listed_by_name_and_gone_after_cancel_all() throws Exception {
    JobClient job = SmallJobs.endless(environment(RuntimeExecutionMode.STREAMING)).executeAsync("normalize-ib");
    awaitState("normalize-ib", JobStatus.RUNNING);
    flink.cancelAll();
    assertThat(flink.jobs()).contains(new FlinkJob("normalize-ib", JobStatus.CANCELED, job.getJobID()));
  }

  @Test
  void twelve_jobs_run_beside_a_batch_job_and_leave_network_buffers_over() throws Exception {
    for (int i = 0; i < MANY_JOBS; i++) {
      SmallJobs.endless(environment(RuntimeExecutionMode.STREAMING)).executeAsync("many-" + i);
    }
    Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      assertThat(Dashboard.of(flink).tasks("RUNNING")).as("running tasks").isEqualTo(MANY_JOBS * SmallJobs.ENDLESS_TASKS);
      assertThat(Dashboard.of(flink).processed()).as("records through every shuffle").isTrue();
    });
    JobExecutionResult batch = SmallJobs.bounded(environment(RuntimeExecutionMode.BATCH), 200_000).execute("batch");
    assertThat(batch.<Integer>getAccumulatorResult("seen")).isEqualTo(200_000);
    assertThat(Dashboard.of(flink).freeBuffersShare()).as("free network buffers").isGreaterThan(0.33);
  }

  @Test
  void an_unmodified_main_runs_here() throws Exception {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.NAME, "unmodified");
    flink.runMain(settings, () -> SmallJobs.main(new String[] {"50"}));
    assertThat(flink.jobs()).anySatisfy(job -> {
      assertThat(job.name()).isEqualTo("main-counts-to-50");
      assertThat(job.state()).isEqualTo(JobStatus.FINISHED);
    });
  }

  @Test
  void the_dashboard_shows_itself_and_the_log() throws Exception {
    assertThat(Browser.get(flink.url() + "/").body()).contains("Apache Flink Web Dashboard");
    assertThat(Browser.get(flink.url() + "/jobmanager/log").body()).contains("Starting Flink Mini Cluster");
    assertThat(Browser.get(flink.url() + "/overview").body()).contains("\"taskmanagers\":2,\"slots-total\":32");
  }

  @Test
  void no_other_machine_reaches_any_of_its_ports() throws Exception {
    assertThat(Listeners.ofThisProcess()).as("addresses").isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
  }

  @Test
  void settings_that_cannot_be_are_told_in_flinks_words() {
    Configuration extra = new Configuration();
    extra.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(2));
    extra.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(1));
    assertThatThrownBy(() -> EmbeddedFlink.start(extra, 0)).isInstanceOf(CannotStart.class).hasMessageStartingWith("Cannot start Flink: ");
  }

  @Test
  void a_taken_port_is_named_with_its_setting() throws Exception {
    try (ServerSocket other = BusyPort.open()) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedFlink.start(new Configuration(), port))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start Flink: port " + port + " is taken. Set flink.port to a free port (or 0 for any).");
    }
  }

  @Test
  void closing_ends_running_jobs_and_frees_the_port_and_may_be_repeated() throws Exception {
    EmbeddedFlink other = EmbeddedFlink.start(new Configuration(), 0);
    JobClient job = SmallJobs.endless(other.environment(new Configuration())).executeAsync("endless");
    CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
    other.close();
    other.close();
    assertThat(end).failsWithin(Duration.ofSeconds(5)).withThrowableThat().havingRootCause().withMessageContaining("cancelled");
    assertThat(Ports.claim("Flink", other.port(), EmbeddedFlink.PORT_KEY)).isEqualTo(other.port());
  }

  private static StreamExecutionEnvironment environment(RuntimeExecutionMode mode) {
    Configuration settings = new Configuration();
    settings.set(ExecutionOptions.RUNTIME_MODE, mode);
    return flink.environment(settings).setParallelism(2);
  }

  private static void awaitState(String name, JobStatus state) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(flink.jobs())
        .filteredOn(job -> job.name().equals(name)).extracting(FlinkJob::state).containsExactly(state));
  }
}
