package io.twinlane.local.demo;

import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Source;
import io.twinlane.local.conservation.SourceCount;
import io.twinlane.local.parity.ParityResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What had to hold in a run, in the order in which it was looked at. */
final class Checks {
  private static final SourceCount NOTHING = new SourceCount(0, 0, 0, 0, Map.of(), List.of());

  private final List<Summary.Check> list = new ArrayList<>();

  List<Summary.Check> list() {
    return List.copyOf(list);
  }

  void parity(String what, ParityResult result) {
    String detail = result.compared() + " rows compared, " + result.onlyLive() + " only in the streaming lane, " + result.onlySilver()
        + " only in the batch lane, " + result.different() + " different";
    list.add(new Summary.Check("parity:" + what, result.holds(),
        result.holds() ? detail : detail + "\n    " + String.join("\n    ", Listing.of(result.findings()))));
  }

  /** Conservation in each lane, and that both lanes count the same. */
  void conservation(List<Source> sources, Map<String, SourceCount> live, Map<String, SourceCount> batch) {
    for (Source source : sources) {
      SourceCount inBatch = batch.getOrDefault(source.name(), NOTHING);
      if (source.live()) {
        SourceCount inLive = live.getOrDefault(source.name(), NOTHING);
        conserved("conservation:" + source.name(), inLive);
        list.add(new Summary.Check("conservation-lanes:" + source.name(), same(inLive, inBatch),
            "streaming " + figures(inLive) + "; batch " + figures(inBatch)));
      }
      conserved((source.live() ? "conservation-batch:" : "conservation:") + source.name(), inBatch);
    }
  }

  private void conserved(String name, SourceCount count) {
    list.add(new Summary.Check(name, count.conserved(), count.conserved() ? figures(count)
        : figures(count) + "\n    " + String.join("\n    ", Listing.of(count.findings()))));
  }

  private static boolean same(SourceCount live, SourceCount batch) {
    return live.raw() == batch.raw() && live.withRows() == batch.withRows() && live.unqualified() == batch.unqualified()
        && live.drops() == batch.drops() && live.unqualifiedByReason().equals(batch.unqualifiedByReason());
  }

  private static String figures(SourceCount count) {
    return count.raw() + " raw = " + count.withRows() + " with rows + " + count.unqualified() + " unqualified + " + count.drops()
        + " drops";
  }
}
