package io.regionalmetrics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Imports point down only, and what each layer may know is kept to. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/target/classes/"))
          .importPackages("io.regionalmetrics");

  /** From the bottom up: a package may import those before it, and none after it. */
  static final List<String> BOTTOM_UP =
      List.of(
          "refusal",
          "json",
          "xlsx",
          "number",
          "region",
          "model",
          "currency",
          "answer",
          "derive",
          "wording",
          "compare",
          "chart",
          "workbook",
          "store",
          "ingest",
          "fetch",
          "xbrl",
          "feed",
          "feed.csv",
          "feed.ecb",
          "feed.filing",
          "refresh",
          "http",
          "question",
          "find",
          "representation",
          "sdmx",
          "mcp",
          "api",
          "function");

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> packages =
        MAIN.stream()
            .map(type -> type.getPackageName().substring("io.regionalmetrics.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages).containsExactlyInAnyOrderElementsOf(BOTTOM_UP);
  }

  @ParameterizedTest
  @FieldSource("BOTTOM_UP")
  void importsPointDown(String name) {
    String[] above =
        BOTTOM_UP.subList(BOTTOM_UP.indexOf(name) + 1, BOTTOM_UP.size()).stream()
            .map("io.regionalmetrics."::concat)
            .toArray(String[]::new);
    if (above.length > 0) {
      noClasses()
          .that()
          .resideInAPackage("io.regionalmetrics." + name)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(MAIN);
    }
  }

  /** A sealed type may know its own cases, which know it; nothing else goes in a circle. */
  @Test
  void classesFormNoCircle() {
    SliceRule rule = slices().assignedFrom(new TopLevelClass()).should().beFreeOfCycles();
    for (JavaClass type : MAIN) {
      Class<?>[] cases = type.reflect().getPermittedSubclasses();
      for (Class<?> one : cases == null ? new Class<?>[0] : cases) {
        rule = rule.ignoreDependency(type.reflect(), one);
      }
    }
    rule.check(MAIN);
  }

  @Test
  void noTwoTopLevelClassesShareASimpleName() {
    Map<String, Long> names =
        MAIN.stream()
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    names.values().removeIf(count -> count == 1);
    assertThat(names).isEmpty();
  }

  /** Nested classes and lambdas belong to the class whose file they are in. */
  private static final class TopLevelClass implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
    }

    @Override
    public String getDescription() {
      return "top-level classes";
    }
  }

  @Test
  void onlyTheStoreKnowsDynamoDb() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..store..", "..function..")
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
        .check(MAIN);
  }

  /** What an SDK keeps for itself may change or go with any release. */
  @Test
  void nothingInternalOfALibraryIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..thirdparty..",
            "..internal..",
            "software.amazon.awssdk.protocols..",
            "software.amazon.awssdk.utils..")
        .check(MAIN);
  }

  /** What computes and what stores knows nothing of JSON, and its limits stand in one place. */
  @Test
  void onlyWhatReadsOrWritesJsonKnowsJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..json..",
            "..ingest..",
            "..feed.filing..",
            "..http..",
            "..representation..",
            "..mcp..",
            "..sdmx..",
            "..api..",
            "..function..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackage("..json..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("JsonFactory")
        .check(MAIN);
  }

  @Test
  void whatComputesAndWordsDoesNoInputOrOutputAndKnowsNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..number..",
            "..region..",
            "..currency..",
            "..model..",
            "..answer..",
            "..derive..",
            "..wording..",
            "..compare..",
            "..chart..")
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

  /**
   * An answer in JSON loads no class of pictures except their frame. The policy of pages, which no
   * answer loads, names the style sheet of pictures.
   */
  @Test
  void onlyRepresentationsAndThePolicyOfPagesKnowPictures() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..chart..", "..representation..")
        .and()
        .doNotHaveSimpleName("PagePolicy")
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
