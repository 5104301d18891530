package io.twinlane.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.twinlane.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/** What a run of the command sees of the world: the repository, the environment variables and where to speak. */
record Session(Path root, Map<String, String> environment, Terminal terminal) {
  void say(String text) {
    terminal.out().println(text);
  }

  /** The one document on out of a run with {@code --json}. */
  void print(Object document) {
    try {
      say(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write JSON of " + document.getClass().getSimpleName(), e);
    }
  }
}
