package dev.holdfast.spotbugs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the plugin: a thin host, which SpotBugs loads without anything else. */
@AnalyzeClasses(packages = "dev.holdfast.spotbugs", importOptions = DoNotIncludeTests.class)
class PluginLayersTest {
  private static final String BUILD = "dev.holdfast.spotbugs.build..";
  private static final String SPOTBUGS = "edu.umd.cs.findbugs..";

  @ArchTest
  static final ArchRule theHostKnowsSpotBugsAndTheAnalysis =
      classes()
          .that(resideInAPackage("dev.holdfast.spotbugs"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              SPOTBUGS,
              "dev.holdfast.spotbugs",
              "dev.holdfast.analysis",
              "dev.holdfast.analysis.bytecode",
              "dev.holdfast.analysis.configuration",
              "dev.holdfast.analysis.ir",
              "dev.holdfast.catalog",
              "dev.holdfast.rulebook");

  @ArchTest
  static final ArchRule whatRunsAtTheBuildStaysThere =
      noClasses()
          .that(resideInAPackage("dev.holdfast.spotbugs"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BUILD);

  @ArchTest
  static final ArchRule theBuildNeedsNoSpotBugs =
      noClasses()
          .that(resideInAPackage(BUILD))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SPOTBUGS);
}
