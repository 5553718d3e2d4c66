package dev.holdfast.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Who may know whom: {@code annotations <- catalog <- analysis <- checks}, and who knows javac. */
@AnalyzeClasses(
    packages = {
      "dev.holdfast.annotations",
      "dev.holdfast.catalog",
      "dev.holdfast.protocol",
      "dev.holdfast.rulebook",
      "dev.holdfast.analysis",
      "dev.holdfast.checks"
    },
    importOptions = DoNotIncludeTests.class)
class LayersTest {
  private static final String ANNOTATIONS = "dev.holdfast.annotations..";
  private static final String[] CATALOG = {
    "dev.holdfast.catalog..", "dev.holdfast.protocol..", "dev.holdfast.rulebook.."
  };
  private static final String ANALYSIS = "dev.holdfast.analysis..";
  private static final String BYTECODE = "dev.holdfast.analysis.bytecode..";
  private static final String CHECKS = "dev.holdfast.checks..";
  private static final String FRONTEND = "dev.holdfast.checks.frontend..";
  private static final String JAVAC = "com.sun.tools..";
  private static final String ERROR_PRONE = "com.google..";
  private static final String ASM = "org.objectweb.asm..";

  @ArchTest
  static final ArchRule annotationsKnowNobody =
      classes()
          .that()
          .resideInAPackage(ANNOTATIONS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ANNOTATIONS)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theCatalogKnowsNoEngine =
      classes()
          .that()
          .resideInAnyPackage(CATALOG)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CATALOG).or(resideInAnyPackage("java..", ANNOTATIONS)));

  @ArchTest
  static final ArchRule theAnalysisKnowsNoHost =
      classes()
          .that()
          .resideInAPackage(ANALYSIS)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CATALOG).or(resideInAnyPackage("java..", ANALYSIS, ASM)));

  @ArchTest
  static final ArchRule onlyTheBytecodeFrontEndKnowsAsm =
      noClasses()
          .that(resideInAPackage("dev.holdfast..").and(not(resideInAPackage(BYTECODE))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ASM);

  @ArchTest
  static final ArchRule onlyTheFrontEndAndTheHostKnowJavacsInternals =
      noClasses()
          .that(
              resideInAPackage("dev.holdfast..")
                  .and(not(resideInAPackage(FRONTEND)))
                  .and(
                      not(
                          nameMatching(
                              "dev\\.holdfast\\.checks\\.(SourceWitness|SourceEngine|NoticeBoard|CalledName(\\$.*)?)"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JAVAC);

  @ArchTest
  static final ArchRule onlyTheChecksKnowErrorProne =
      noClasses()
          .that(resideInAPackage("dev.holdfast..").and(not(assignableTo(HoldfastCheck.class))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ERROR_PRONE);

  @ArchTest
  static final ArchRule theFrontEndKnowsNoRule =
      noClasses()
          .that()
          .resideInAPackage(FRONTEND)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.holdfast.rulebook..")
                  .or(resideInAPackage(CHECKS).and(not(resideInAPackage(FRONTEND)))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().assignedFrom(new PackagesAndDoors()).should().beFreeOfCycles();

  /**
   * A slice for each package; the door of the analysis counts as one of its own, because it stands
   * in the root package beside the data that everything behind it shares.
   */
  private static final class PackagesAndDoors implements SliceAssignment {
    private static final Set<String> DOORS = Set.of("Analyzer", "Openings");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (!name.startsWith("dev.holdfast.")) {
        return SliceIdentifier.ignore();
      }
      boolean door = name.equals("dev.holdfast.analysis") && DOORS.contains(top(type));
      return SliceIdentifier.of(door ? name + " (door)" : name);
    }

    private static String top(JavaClass type) {
      return type.getEnclosingClass().map(PackagesAndDoors::top).orElse(type.getSimpleName());
    }

    @Override
    public String getDescription() {
      return "packages and doors";
    }
  }
}
