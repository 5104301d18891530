package io.twinlane.catalog.load;

import io.twinlane.catalog.TopicDeclarations;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which topics forget what became of a message that its raw topic still holds: conservation has nothing to count it against then. */
final class OutcomeRetentions {
  private static final String RAW = "raw.";
  private static final List<String> OUTCOMES = List.of("unqualified.", "dropped.");
  private static final String RETENTION = "retention";

  private final Map<String, YamlNode> kinds;
  private final Map<String, YamlNode> single;
  private final Set<TooShort> found = new LinkedHashSet<>();

  /** What is declared of a topic: under which name, as it is written. */
  private record Retention(String of, String text, Duration time) {}

  /** Two declarations, of which many sources may be. */
  private record TooShort(Retention outcome, Retention raw) {}

  OutcomeRetentions(Map<String, YamlNode> kinds, Map<String, YamlNode> single) {
    this.kinds = kinds;
    this.single = single;
  }

  void check(Collection<String> topics) {
    topics.stream().filter(topic -> topic.startsWith(RAW)).map(topic -> topic.substring(RAW.length())).forEach(this::look);
    found.forEach(this::tell);
  }

  private void look(String source) {
    retention(RAW + source).ifPresent(raw -> OUTCOMES.forEach(kind -> retention(kind + source)
        .filter(outcome -> outcome.time().compareTo(raw.time()) < 0).ifPresent(outcome -> found.add(new TooShort(outcome, raw)))));
  }

  private void tell(TooShort one) {
    boolean rawAlone = single.containsKey(one.raw().of()) && !single.containsKey(one.outcome().of());
    at(rawAlone ? one.raw().of() : one.outcome().of()).problem("retention " + one.outcome().text() + " of " + one.outcome().of() + " is shorter than " + one.raw().text() + " of " + one.raw().of()
        + ": what became of a message would be forgotten before the message, and conservation could not count it. Allowed: "
        + one.raw().text() + " or longer");
  }

  /** Nothing where it cannot be read, which is told already. */
  private Optional<Retention> retention(String topic) {
    String declared = single.containsKey(topic) && single.get(topic).has(RETENTION) ? topic : TopicDeclarations.kind(topic);
    if (!at(declared).has(RETENTION)) {
      return Optional.empty();
    }
    String text = at(declared).optional(RETENTION).text();
    return Durations.parse(text).map(time -> new Retention(declared, text, time));
  }

  private YamlNode at(String declared) {
    return single.containsKey(declared) ? single.get(declared) : kinds.get(declared);
  }
}
