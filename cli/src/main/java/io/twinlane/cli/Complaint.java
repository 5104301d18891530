package io.twinlane.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells why a verb could not run: the sentence on err and, with {@code --json}, as the document on out. */
final class Complaint {
  private final Session session;
  private final boolean json;

  Complaint(Session session, boolean json) {
    this.session = session;
    this.json = json;
  }

  /** The exit code that goes with it. */
  int tell(String sentence) {
    return tell(sentence, List.of());
  }

  /** The same, with everything that stands behind the sentence for a machine to read. */
  int tell(String sentence, List<?> problems) {
    session.terminal().err().println(session.terminal().live() ? session.terminal().colours().bad(sentence) : sentence);
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("ok", false);
      document.put("error", sentence);
      if (!problems.isEmpty()) {
        document.put("problems", problems);
      }
      session.print(document);
    }
    return ExitCode.COULD_NOT_RUN;
  }
}
