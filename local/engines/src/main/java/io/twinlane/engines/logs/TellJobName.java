package io.twinlane.engines.logs;

import org.apache.flink.core.execution.JobStatusChangedEvent;
import org.apache.flink.core.execution.JobStatusChangedListener;
import org.apache.flink.core.execution.JobStatusChangedListenerFactory;

/** Flink tells of each job that begins, whoever submitted it: a batch job comes from another process. */
public final class TellJobName implements JobStatusChangedListenerFactory {
  @Override
  public JobStatusChangedListener createListener(Context context) {
    return TellJobName::put;
  }

  private static void put(JobStatusChangedEvent event) {
    JobNames.put(event.jobId(), event.jobName());
  }
}
