package io.twinlane.jobs.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One job as Flink sees it; {@code since} is when it was submitted, ISO-8601 UTC; {@code undecodable} records of its topics it could not
 * read since its last start; its last failure is null when there was none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobState(
    String name, String state, String since, int parallelism, int restarts, long undecodable,
    @JsonProperty("last_failure") JobFailure lastFailure) {}
