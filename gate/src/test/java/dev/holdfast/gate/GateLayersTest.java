package dev.holdfast.gate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the gate: {@code model <- project <- engine}, {@code model <- report}. */
@AnalyzeClasses(packages = "dev.holdfast.gate", importOptions = DoNotIncludeTests.class)
class GateLayersTest {
  private static final String DOOR = "dev.holdfast.gate";
  private static final String MODEL = "dev.holdfast.gate.model..";
  private static final String PROJECT = "dev.holdfast.gate.project..";
  private static final String ENGINE = "dev.holdfast.gate.engine..";
  private static final String REPORT = "dev.holdfast.gate.report..";
  private static final String RULEBOOK = "dev.holdfast.rulebook..";
  private static final String[] COMPILER = {"com.sun..", "javax.tools.."};

  @ArchTest
  static final ArchRule theModelKnowsTheRulebookAlone =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", RULEBOOK, MODEL);

  @ArchTest
  static final ArchRule whatReadsProjectsKnowsNeitherRulesNorCompiler =
      classes()
          .that()
          .resideInAPackage(PROJECT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..", MODEL, PROJECT);

  @ArchTest
  static final ArchRule reportsKnowOnlyWhatIsReported =
      classes()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", RULEBOOK, MODEL, REPORT);

  @ArchTest
  static final ArchRule theEngineKnowsNoReport =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(REPORT, DOOR);

  @ArchTest
  static final ArchRule onlyTheEngineKnowsTheCompiler =
      noClasses()
          .that(not(resideInAPackage(ENGINE)))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(COMPILER)
                  .and(not(resideInAPackage("com.sun.tools.javac.util")))
                  .as("are the compiler, but for its context, which only goes through"));

  @ArchTest
  static final ArchRule onlyTheDoorKnowsTheCommandLine =
      noClasses()
          .that(not(resideInAPackage(DOOR)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("dev.holdfast.(gate..)").should().beFreeOfCycles();
}
