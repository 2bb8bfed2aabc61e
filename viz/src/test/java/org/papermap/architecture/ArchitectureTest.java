package org.papermap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The plan of the house, over the classes of all modules.
@AnalyzeClasses(packages = "org.papermap", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("org.papermap.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_flows_back_to_an_earlier_stage =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("papers")
          .definedBy("org.papermap.corpus..")
          .layer("vectors")
          .definedBy("org.papermap.embed..", "org.papermap.search..")
          .layer("groups and places")
          .definedBy(
              "org.papermap.cluster..",
              "org.papermap.layout..",
              "org.papermap.topic..",
              "org.papermap.smile..")
          .layer("map")
          .definedBy("org.papermap.viz..")
          .layer("job")
          .definedBy("org.papermap.pipeline..")
          .layer("command")
          .definedBy("org.papermap.cli..")
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("map")
          .mayOnlyBeAccessedByLayers("job", "command")
          .whereLayer("groups and places")
          .mayOnlyBeAccessedByLayers("map", "job", "command")
          .whereLayer("vectors")
          .mayOnlyBeAccessedByLayers("groups and places", "map", "job", "command");

  @ArchTest
  static final ArchRule arithmetic_knows_nothing_of_papers =
      noClasses()
          .that()
          .resideInAPackage("org.papermap.math..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.papermap..")
                  .and(resideOutsideOfPackage("org.papermap.math..")));

  @ArchTest
  static final ArchRule only_the_command_ends_the_process =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.papermap.cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule only_the_command_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.papermap.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule smile_stays_behind_its_border =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.papermap.smile..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("smile..");

  @ArchTest
  static final ArchRule the_engine_stays_behind_the_embedder =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.papermap.embed..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");
}
