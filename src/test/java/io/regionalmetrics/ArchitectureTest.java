package io.regionalmetrics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Imports point down only, and what each layer may know is kept to. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/target/classes/"))
          .importPackages("io.regionalmetrics");

  /** As the SDK brings it. */
  private static final String JACKSON = "software.amazon.awssdk.thirdparty.jackson..";

  @Test
  void allOfTheCodeIsLookedAt() {
    assertThat(MAIN.size()).isGreaterThan(50);
  }

  @Test
  void importsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.regionalmetrics..")
        .layer("function")
        .definedBy("..function..")
        .layer("api")
        .definedBy("..api..")
        .layer("feed")
        .definedBy("..feed..")
        .layer("ingest")
        .definedBy("..ingest..")
        .layer("chart")
        .definedBy("..chart..")
        .layer("compare")
        .definedBy("..compare..")
        .layer("store")
        .definedBy("..store..")
        .layer("fetch")
        .definedBy("..fetch..")
        .layer("model")
        .definedBy("..model..")
        .whereLayer("function")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("api")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("feed")
        .mayOnlyBeAccessedByLayers("function")
        .whereLayer("ingest")
        .mayOnlyBeAccessedByLayers("function", "api", "feed")
        .whereLayer("fetch")
        .mayOnlyBeAccessedByLayers("function", "feed")
        .whereLayer("chart")
        .mayOnlyBeAccessedByLayers("api")
        .whereLayer("compare")
        .mayOnlyBeAccessedByLayers("api", "chart")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("function", "api", "feed", "ingest")
        .check(MAIN);
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching("io.regionalmetrics.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void onlyTheStoreKnowsDynamoDb() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..store..", "..function..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("software.amazon.awssdk..").and(not(resideInAPackage(JACKSON))))
        .check(MAIN);
  }

  @Test
  void onlyApiFeedAndIngestKnowJson() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..api..", "..feed..", "..ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JACKSON, "com.fasterxml..")
        .check(MAIN);
  }

  @Test
  void modelCompareAndChartDoNoInputOrOutputAndKnowNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage("..model..", "..compare..", "..chart..")
        .and()
        .haveSimpleNameNotContaining("Loaded")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
        .check(MAIN);
  }

  @Test
  void nothingIsReadThroughDouble() {
    noClasses()
        .should()
        .callMethod(Double.class, "parseDouble", String.class)
        .orShould()
        .callMethod(Double.class, "valueOf", String.class)
        .orShould()
        .callMethod(java.math.BigDecimal.class, "valueOf", double.class)
        .orShould()
        .callMethod(java.math.BigDecimal.class, "doubleValue")
        .check(MAIN);
  }

  /** A toolkit for graphics would cost the start of a function, and isn't in every Java. */
  @Test
  void nothingIsDrawnByAToolkit() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
        .check(MAIN);
  }

  /** Who asks for JSON loads no class of pictures but what names them. */
  @Test
  void onlyTheFormsKnowPictures() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..chart..")
        .and()
        .doNotHaveSimpleName("Representation")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..chart..")
        .check(MAIN);
  }

  @Test
  void nothingIsPrinted() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
  }

  @Test
  void handlersAreFinalAndSmall() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Function")
        .and()
        .resideInAPackage("..function..")
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(MAIN);
  }
}
