package io.twinlane.jobs.cluster;

import java.net.URI;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink in another process that takes jobs over REST; it has our classes itself. */
public final class RemoteFlink {
  private RemoteFlink() {}

  /** An environment whose jobs run there: {@code executeAsync} returns once submitted, {@code execute} waits unless told not to. */
  public static StreamExecutionEnvironment environment(String url, Configuration job) {
    URI cluster = URI.create(url);
    Configuration remote = new Configuration(job);
    remote.set(DeploymentOptions.TARGET, "remote");
    remote.set(DeploymentOptions.ATTACHED, job.getOptional(DeploymentOptions.ATTACHED).orElse(true));
    remote.set(RestOptions.ADDRESS, cluster.getHost());
    remote.set(RestOptions.PORT, cluster.getPort());
    return new StreamExecutionEnvironment(remote);
  }
}
