package io.twinlane.local.up;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One engine of a running platform, as {@code platform.json} keeps it.
 *
 * @param pid the process that is the engine; the platform's own when it runs inside it, 0 for an outside server
 */
public record EngineState(String name, String version, String address, long pid, @JsonProperty("outside") boolean outside) {
  /** Whether it lives in the platform's own process. */
  boolean inside(long platformPid) {
    return pid == platformPid;
  }
}
