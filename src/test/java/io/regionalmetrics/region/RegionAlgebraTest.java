package io.regionalmetrics.region;

import static io.regionalmetrics.region.RegionFixtures.INTERNATIONAL;
import static io.regionalmetrics.region.RegionFixtures.UCAN;
import static io.regionalmetrics.region.RegionFixtures.algebra;
import static io.regionalmetrics.region.RegionFixtures.group;
import static io.regionalmetrics.region.RegionFixtures.residual;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionAlgebraTest {

  @Test
  void residualEqualsTheExpressionThatDefinesIt() {
    assertThat(equivalents("WORLD-US", INTERNATIONAL)).contains(Map.of("INTERNATIONAL", 1));
    assertThat(equivalents("INTERNATIONAL", INTERNATIONAL)).contains(Map.of("WORLD", 1, "US", -1));
  }

  @Test
  void wholeEqualsAPartPlusTheResidual() {
    assertThat(equivalents("WORLD", INTERNATIONAL)).contains(Map.of("INTERNATIONAL", 1, "US", 1));
    assertThat(equivalents("US", INTERNATIONAL)).contains(Map.of("INTERNATIONAL", -1, "WORLD", 1));
  }

  @Test
  void groupEqualsItsMembersAndAMemberEqualsTheGroupWithoutTheOthers() {
    assertThat(equivalents("US+CA", UCAN)).contains(Map.of("UCAN", 1));
    assertThat(equivalents("CA", UCAN)).contains(Map.of("UCAN", 1, "US", -1));
  }

  @Test
  void definitionsAreCombined() {
    Region world = group("WORLD", "UCAN", "EMEA", "LATAM", "APAC");
    assertThat(equivalents("WORLD-US-CA", world, UCAN))
        .contains(Map.of("EMEA", 1, "LATAM", 1, "APAC", 1));
  }

  @Test
  void wholeIsDividedIntoItsMembersOrIntoRegionsAndTheirResidual() {
    Region rest = residual("REST", "WORLD-US-JP");
    assertThat(algebra(INTERNATIONAL, rest).partitions("WORLD"))
        .containsExactly(List.of("US", "INTERNATIONAL"), List.of("US", "JP", "REST"));
    assertThat(algebra(UCAN).partitions("UCAN")).containsExactly(List.of("US", "CA"));
    assertThat(algebra(UCAN).partitions("WORLD")).isEmpty();
  }

  @Test
  void cycleIsReportedAsAPath() {
    assertThat(algebra(group("A", "B"), group("B", "C"), group("C", "A")).cycle())
        .contains(List.of("A", "B", "C", "A"));
  }

  @Test
  void residualAmongTheMembersOfItsWholeIsNoCycle() {
    assertThat(algebra(group("WORLD", "US", "INTERNATIONAL"), INTERNATIONAL).cycle()).isEmpty();
    assertThat(algebra(group("WORLD", "US", "JP", "INTERNATIONAL"), INTERNATIONAL).cycle())
        .isPresent();
  }

  @Test
  void searchIsBounded() {
    Region[] many =
        IntStream.range(0, 400).mapToObj(i -> group("G" + i, "US", "X" + i)).toArray(Region[]::new);
    assertThat(algebra(many).equivalents(RegionExpression.parse("US")).size()).isLessThan(700);
  }

  private static List<Map<String, Integer>> equivalents(String expression, Region... regions) {
    return algebra(regions).equivalents(RegionExpression.parse(expression)).stream()
        .map(RegionExpression::terms)
        .toList();
  }
}
