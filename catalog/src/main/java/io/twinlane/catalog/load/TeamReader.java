package io.twinlane.catalog.load;

import io.twinlane.catalog.Team;
import java.time.Duration;

/** Reads one file of catalog/teams. */
final class TeamReader {
  private final Duration defaultTtl;

  TeamReader(Duration defaultTtl) {
    this.defaultTtl = defaultTtl;
  }

  Team read(YamlNode root) {
    root.only("team", "description", "owner", "ttl");
    return new Team(root.required("team").snakeName(), root.required("description").sentence(), root.required("owner").sentence(),
        root.optional("ttl").duration(defaultTtl));
  }
}
