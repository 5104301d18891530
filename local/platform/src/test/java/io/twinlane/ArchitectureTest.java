package io.twinlane;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom, and what nothing may be called. The Maven modules hold the rest. */
@AnalyzeClasses(packages = "io.twinlane", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_catalog_writes_text_and_connects_to_nothing =
      noClasses().that().resideInAPackage("io.twinlane.catalog..").should().dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "com.clickhouse..", "io.lettuce..");

  @ArchTest
  static final ArchRule the_normalize_function_knows_neither_flink_nor_a_store =
      noClasses().that().resideInAPackage("io.twinlane.normalize..").should().dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "com.clickhouse..", "io.lettuce..");

  @ArchTest
  static final ArchRule a_connector_never_depends_on_another =
      slices().matching("io.twinlane.(kafka|clickhouse|redis|lake)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule a_job_never_depends_on_another =
      slices().matching("io.twinlane.jobs.(*)..").should().notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage("io.twinlane.jobs.operators.."));

  @ArchTest
  static final ArchRule what_every_job_needs_is_known_to_no_job =
      noClasses().that().resideInAPackage("io.twinlane.jobs.*..").should().dependOnClassesThat().resideInAPackage("io.twinlane.jobs");

  @ArchTest
  static final ArchRule proof_looks_at_stores_and_does_not_know_who_filled_them =
      noClasses().that().resideInAPackage("io.twinlane.proof..").should().dependOnClassesThat().resideInAPackage("io.twinlane.jobs..");

  /** What a cluster has too: everything but the engines and the platform on this machine, the command and the measurements. */
  @ArchTest
  static final ArchRule production_does_not_know_this_machine =
      noClasses().that().resideOutsideOfPackages("io.twinlane.engines..", "io.twinlane.local..", "io.twinlane.cli..", "io.twinlane.bench..")
          .should().dependOnClassesThat()
          .resideInAnyPackage("io.twinlane.engines..", "io.twinlane.local..", "io.twinlane.cli..", "io.twinlane.bench..");

  @ArchTest
  static final ArchRule names_say_the_role =
      noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
          .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager")
          .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Base")
          .orShould().haveSimpleNameEndingWith("Info");
}
