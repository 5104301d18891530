package io.twinlane.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureCauseTest {
  @Test
  void the_cause_at_the_bottom_is_told_without_packages_and_traces() {
    String trace = "org.apache.flink.runtime.JobException: Recovery is suppressed\n\tat a.B.c(B.java:1)\n"
        + "Caused by: org.apache.flink.util.FlinkRuntimeException: wrapped\n\tat d.E.f(E.java:2)\n"
        + "Caused by: org.apache.kafka.common.errors.TimeoutException: Timed out waiting for a node assignment. Call: listTopics\n\t... 3 more\n";
    assertThat(FailureCause.of(trace)).isEqualTo("TimeoutException: Timed out waiting for a node assignment. Call: listTopics");
  }

  @Test
  void a_cause_is_one_bounded_line() {
    assertThat(FailureCause.of("java.lang.IllegalArgumentException: " + "x".repeat(20_000) + "\nplan {")).hasSizeLessThan(310)
        .doesNotContain("plan").startsWith("IllegalArgumentException: xxx");
    assertThat(FailureCause.of(new IllegalStateException("outer", new RuntimeException("Cannot write rows to ClickHouse: it is away"))))
        .isEqualTo("Cannot write rows to ClickHouse: it is away");
    assertThat(FailureCause.of("java.lang.NullPointerException\n\tat x.Y.z(Y.java:1)")).isEqualTo("NullPointerException");
  }

  @Test
  void an_exception_of_ours_is_its_sentence() {
    assertThat(FailureCause.of("x\nCaused by: io.twinlane.kafka.StateMissing: Cannot start normalize-ib without its state: raw.ib/0 begins late\n"))
        .isEqualTo("Cannot start normalize-ib without its state: raw.ib/0 begins late");
  }

  @Test
  void a_team_reads_what_to_do_about_its_query() {
    assertThat(FailureCause.ofQuery("java.lang.RuntimeException: x\nCaused by: java.lang.ArithmeticException: / by zero\n\tat y"))
        .isEqualTo("a division by zero: x / NULLIF(y, 0) gives NULL instead (ArithmeticException: / by zero)");
    assertThat(FailureCause.ofQuery("java.lang.NumberFormatException: For input string: 'abc'. Invalid character found."))
        .isEqualTo("NumberFormatException: For input string: 'abc'. Invalid character found: TRY_CAST gives NULL instead of failing");
  }
}
