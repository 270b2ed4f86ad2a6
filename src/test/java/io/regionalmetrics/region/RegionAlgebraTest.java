package io.regionalmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionAlgebraTest {
  private static final Region INTERNATIONAL = residual("INTERNATIONAL", "WORLD-US");
  private static final Region UCAN = group("UCAN", "US", "CA");

  @Test
  void residualIsTheExpressionThatDefinesIt() {
    assertThat(equivalents("WORLD-US", INTERNATIONAL)).contains(Map.of("INTERNATIONAL", 1));
    assertThat(equivalents("INTERNATIONAL", INTERNATIONAL)).contains(Map.of("WORLD", 1, "US", -1));
  }

  @Test
  void wholeIsThePartAndItsResidual() {
    assertThat(equivalents("WORLD", INTERNATIONAL)).contains(Map.of("INTERNATIONAL", 1, "US", 1));
    assertThat(equivalents("US", INTERNATIONAL)).contains(Map.of("INTERNATIONAL", -1, "WORLD", 1));
  }

  @Test
  void groupIsItsMembersAndAMemberIsTheRestTakenAway() {
    assertThat(equivalents("US+CA", UCAN)).contains(Map.of("UCAN", 1));
    assertThat(equivalents("CA", UCAN)).contains(Map.of("UCAN", 1, "US", -1));
  }

  @Test
  void definitionsAreUsedOneAfterTheOther() {
    Region world = group("WORLD", "UCAN", "EMEA", "LATAM", "APAC");
    assertThat(equivalents("WORLD-US-CA", world, UCAN))
        .contains(Map.of("EMEA", 1, "LATAM", 1, "APAC", 1));
  }

  @Test
  void wholeIsDividedIntoItsMembersOrIntoARegionAndTheRest() {
    Region rest = residual("REST", "WORLD-US-JP");
    assertThat(algebra(INTERNATIONAL, rest).partitions("WORLD"))
        .containsExactly(List.of("US", "INTERNATIONAL"), List.of("US", "JP", "REST"));
    assertThat(algebra(UCAN).partitions("UCAN")).containsExactly(List.of("US", "CA"));
    assertThat(algebra(UCAN).partitions("WORLD")).isEmpty();
  }

  @Test
  void circleIsNamedByItsPath() {
    assertThat(algebra(group("A", "B"), group("B", "C"), group("C", "A")).circle())
        .contains(List.of("A", "B", "C", "A"));
  }

  @Test
  void residualAmongTheMembersOfItsWholeIsNoCircle() {
    assertThat(algebra(group("WORLD", "US", "INTERNATIONAL"), INTERNATIONAL).circle()).isEmpty();
    assertThat(algebra(group("WORLD", "US", "JP", "INTERNATIONAL"), INTERNATIONAL).circle())
        .isPresent();
  }

  @Test
  void searchIsBounded() {
    Region[] many =
        java.util.stream.IntStream.range(0, 400)
            .mapToObj(i -> group("G" + i, "US", "X" + i))
            .toArray(Region[]::new);
    assertThat(algebra(many).equivalents(RegionExpression.parse("US")).size()).isLessThan(700);
  }

  private static List<Map<String, Integer>> equivalents(String expression, Region... regions) {
    return algebra(regions).equivalents(RegionExpression.parse(expression)).stream()
        .map(RegionExpression::terms)
        .toList();
  }

  private static RegionAlgebra algebra(Region... regions) {
    return new RegionAlgebra(List.of(regions));
  }

  private static Region group(String id, String... members) {
    return new Region(id, id, List.of(), List.of(members), Optional.empty(), LocalDate.EPOCH);
  }

  private static Region residual(String id, String expression) {
    return new Region(
        id,
        id,
        List.of(),
        List.of(),
        Optional.of(RegionExpression.parse(expression)),
        LocalDate.EPOCH);
  }
}
