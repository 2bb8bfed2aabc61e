package org.papermap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

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
          // A new package must be put into a layer here, or this test fails.
          .ensureAllClassesAreContainedInArchitecture()
          .layer("groundwork")
          .definedBy(
              "org.papermap.files..",
              "org.papermap.math..",
              "org.papermap.natives..",
              "org.papermap.progress..",
              "org.papermap.embed.internal.cache..",
              "org.papermap.embed.internal.files..",
              "org.papermap.embed.internal.json..",
              "org.papermap.embed.internal.natives..")
          .layer("formats")
          .definedBy("org.papermap.embed.internal.formats..")
          .layer("papers")
          .definedBy("org.papermap.corpus..")
          .layer("vectors")
          .definedBy(
              "org.papermap.vectors..",
              "org.papermap.model..",
              "org.papermap.embed",
              "org.papermap.embed.internal.engine..",
              "org.papermap.embed.internal.nearest..",
              "org.papermap.embed.internal.weights..",
              "org.papermap.neighbors..",
              "org.papermap.search..",
              "org.papermap.evaluation..")
          .layer("groups and places")
          .definedBy(
              "org.papermap.cluster..",
              "org.papermap.layout..",
              "org.papermap.topic..",
              "org.papermap.theme..")
          .layer("map")
          .definedBy("org.papermap.map..", "org.papermap.viz..", "org.papermap.wordsearch..")
          .layer("job")
          .definedBy("org.papermap.pipeline..")
          .layer("command")
          .definedBy("org.papermap.cli..", "org.papermap.notebook..")
          .whereLayer("formats")
          .mayOnlyBeAccessedByLayers("papers")
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
  static final ArchRule internal_packages_are_used_inside_their_own_module_only =
      classes().should(notUseInternalClassesOfAnotherModule());

  @ArchTest
  static final ArchRule arithmetic_knows_nothing_of_papers =
      noClasses()
          .that()
          .resideInAPackage("org.papermap.math..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.papermap..")
                  .and(resideOutsideOfPackage("org.papermap.math..")));

  private static ArchCondition<JavaClass> notUseInternalClassesOfAnotherModule() {
    return new ArchCondition<>("not use internal classes of another module") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass().getBaseComponentType();
          boolean internal =
              used.getPackageName().matches("org\\.papermap\\.(.*\\.)?internal(\\..*)?");
          if (internal && !module(used).equals(module(user))) {
            events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
          }
        }
      }
    };
  }

  /// Where the class file lies, without the part that its package gives: the folder or the jar of
  /// its module.
  private static String module(JavaClass type) {
    String file = type.getSource().orElseThrow().getUri().toString();
    return file.substring(0, file.lastIndexOf(type.getPackageName().replace('.', '/')));
  }

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
          .resideOutsideOfPackage("org.papermap.cluster.internal.smile..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("smile..");

  @ArchTest
  static final ArchRule the_engine_stays_behind_the_embedder =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.papermap.embed", "org.papermap.embed.internal.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");
}
