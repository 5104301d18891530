package io.twinlane.normalize;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Instruments;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.States;
import java.io.Serializable;
import java.util.List;

/** All that the normalize function of one source needs to know; travels to the workers with the job. */
public record NormalizeSpec(Source source, List<Category> categories, States states, Instruments instruments, int maxRecordBytes)
    implements Serializable {

  public static NormalizeSpec of(Catalog catalog, Source source) {
    List<Category> categories = source.categories().stream().map(catalog::category).toList();
    List<io.twinlane.catalog.Instrument> own =
        catalog.instruments().list().stream().filter(i -> i.source().equals(source.name())).toList();
    return new NormalizeSpec(source, categories, catalog.states(), new Instruments(own), catalog.platform().maxRecordBytes());
  }

  public Category category(String name) {
    return categories.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
