package io.twinlane.local.demo;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.cluster.JobState;
import io.twinlane.local.up.ComputationsAtStart;
import io.twinlane.proof.conservation.SourceCount;
import io.twinlane.proof.parity.ComparedRange;
import io.twinlane.proof.parity.ParityResult;
import io.twinlane.proof.parity.Sides;
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

  /** That both lanes gave the same rows. */
  void parity(String what, ParityResult result) {
    compared("parity:" + what, Sides.LANES, result);
  }

  /** That ClickHouse holds what silver holds and was brought there. */
  void stored(String what, ParityResult result) {
    compared("stored:" + what, Sides.STORES, result);
  }

  /** Where neither side held any row, nothing is proven. */
  private void compared(String name, Sides sides, ParityResult result) {
    if (result.empty()) {
      list.add(Summary.Check.ofNothing(name));
      return;
    }
    String detail = Amount.of(result.compared(), "row") + " compared, " + result.onlyLive() + " only " + sides.left() + ", "
        + result.onlySilver() + " only " + sides.right() + ", " + result.different() + " different"
        + (result.older() == 0 ? "" : ", " + result.older() + " of an older mapping " + sides.left() + " not compared")
        + range(sides, result.range());
    list.add(new Summary.Check(name, result.holds(), detail(result.holds(), detail, result.findings()), true));
  }

  private static String range(Sides sides, ComparedRange range) {
    return (range.from() == null ? "" : ", arrived from " + range.from() + " to " + range.to())
        + (range.before() == 0 ? "" : "; " + Amount.of(range.before(), "earlier row") + " of silver left out, for they may be forgotten "
            + sides.left());
  }

  private static String detail(boolean ok, String figures, List<String> findings) {
    return ok ? figures : figures + "\n    " + String.join("\n    ", Listing.of(findings));
  }

  /** Conservation in each lane, and that both lanes count the same. */
  void conservation(List<Source> sources, Map<String, SourceCount> live, Map<String, SourceCount> batch) {
    for (Source source : sources) {
      SourceCount inBatch = batch.getOrDefault(source.name(), NOTHING);
      if (source.live()) {
        SourceCount inLive = live.getOrDefault(source.name(), NOTHING);
        conserved("conservation:" + source.name(), inLive);
        lanes("conservation-lanes:" + source.name(), inLive, inBatch);
      }
      conserved((source.live() ? "conservation-batch:" : "conservation:") + source.name(), inBatch);
    }
  }

  /** That the platform's own topics hold nothing but its rows; what they hold besides is told, by topic. */
  void undecodable(Map<String, Long> records) {
    records.forEach((topic, count) -> list.add(new Summary.Check("undecodable:" + topic, false, Amount.of(count, "record")
        + " cannot be decoded; what readers set aside is in ClickHouse's unqualified, reason UNDECODABLE", true)));
  }

  /** Every computation runs, and has not failed since it was started. */
  void computations(List<Computation> planned, ComputationsAtStart atStart, List<JobState> jobs) {
    atStart.refused().forEach(one -> list.add(new Summary.Check(
        "computation:" + one.computation(), false, String.join("\n    ", Listing.of(one.problems())), true)));
    for (Computation computation : planned) {
      jobs.stream().filter(job -> job.name().equals(computation.jobName())).findFirst().ifPresent(job -> {
        boolean well = job.lastFailure() == null && job.state().equals("RUNNING");
        list.add(new Summary.Check("computation:" + computation.team() + "/" + computation.name(), well, "job " + job.name() + " is "
            + job.state() + ", " + job.restarts() + " restarts" + (job.lastFailure() == null ? "" : ": " + job.lastFailure().cause()), true));
      });
    }
  }

  private void conserved(String name, SourceCount count) {
    list.add(count.empty() ? Summary.Check.ofNothing(name)
        : new Summary.Check(name, count.conserved(), detail(count.conserved(), figures(count), count.findings()), true));
  }

  private void lanes(String name, SourceCount live, SourceCount batch) {
    list.add(live.empty() && batch.empty() ? Summary.Check.ofNothing(name)
        : new Summary.Check(name, same(live, batch), "streaming " + figures(live) + "; batch " + figures(batch), true));
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
