package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Reason;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every reason that the code gives stands in catalog/reasons.yaml with its meaning. */
class ReasonListTest {
  private static final List<String> DROPS = List.of(Reasons.UNCHANGED, Reasons.EMPTY);

  @Test
  void the_catalog_lists_every_reason_that_the_function_gives() throws IllegalAccessException {
    List<String> given = new ArrayList<>();
    for (Field constant : Reasons.class.getDeclaredFields()) {
      given.add((String) constant.get(null));
    }
    List<Reason> known = SourceUnderTest.CATALOG.reasons();

    assertThat(given).contains(Reasons.NOT_JSON, Reasons.EMPTY);
    assertThat(known).extracting(Reason::name).as("catalog/reasons.yaml").containsAll(given);
    assertThat(known).filteredOn(reason -> given.contains(reason.name()) && reason.kind() == Reason.Kind.DROP).extracting(Reason::name)
        .as("reasons of drops that the function gives by itself").containsExactlyInAnyOrderElementsOf(DROPS);
  }
}
