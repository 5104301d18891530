package io.twinlane.local.demo;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.MappingUse;
import io.twinlane.proof.conservation.SourceCount;
import java.util.List;
import java.util.Map;

/** What a run found, ready to be told. */
record DemoFindings(
    List<Source> sources, Map<String, SourceCount> live, Map<String, SourceCount> batch, Map<String, MappingUse> uses, List<SourceRowCounts> rows,
    List<Summary.OfCategory> categories, List<Summary.OfComputation> computations, StandOuts standOuts, Results results,
    List<Summary.Check> checks) {}
