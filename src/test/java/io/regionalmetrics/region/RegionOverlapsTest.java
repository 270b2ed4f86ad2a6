package io.regionalmetrics.region;

import static io.regionalmetrics.region.Containment.NO;
import static io.regionalmetrics.region.Containment.UNKNOWN;
import static io.regionalmetrics.region.Containment.YES;
import static io.regionalmetrics.region.RegionFixtures.INTERNATIONAL;
import static io.regionalmetrics.region.RegionFixtures.UCAN;
import static io.regionalmetrics.region.RegionFixtures.algebra;
import static io.regionalmetrics.region.RegionFixtures.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.region.RegionOverlaps.Overlap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionOverlapsTest {
  private static final Region APAC = group("APAC");
  private static final Overlap NO_OVERLAP = new Overlap(List.of(), List.of());

  @Test
  void countingARegionTwiceMakesNoSense() {
    assertThat(objection("UCAN+US", UCAN))
        .hasValueSatisfying(why -> assertThat(why).contains("US twice"));
    assertThat(objection("WORLD+JP"))
        .hasValueSatisfying(why -> assertThat(why).contains("JP twice"));
    assertThat(objection("INTERNATIONAL+JP", INTERNATIONAL))
        .hasValueSatisfying(why -> assertThat(why).contains("JP twice"));
  }

  @Test
  void subtractingARegionThatIsNotContainedMakesNoSense() {
    assertThat(objection("JP-US"))
        .hasValueSatisfying(why -> assertThat(why).contains("subtracts US"));
    assertThat(objection("INTERNATIONAL-US", INTERNATIONAL))
        .hasValueSatisfying(why -> assertThat(why).contains("subtracts US"));
  }

  @Test
  void leavingNothingMakesNoSense() {
    assertThat(objection("UCAN-US-CA", UCAN))
        .hasValueSatisfying(why -> assertThat(why).contains("nothing is left"));
  }

  @Test
  void otherExpressionsMakeSense() {
    assertThat(objection("WORLD-US")).isEmpty();
    assertThat(objection("UCAN-CA", UCAN)).isEmpty();
    assertThat(objection("INTERNATIONAL-JP", INTERNATIONAL)).isEmpty();
    assertThat(objection("US+CA+JP")).isEmpty();
  }

  @Test
  void opaqueRegionMayOverlapAnythingExceptItsFellowMembers() {
    Region world = group("WORLD", "UCAN", "EMEA", "APAC");
    assertThat(overlaps().overlapsUnknown(RegionExpression.parse("EMEA+DE")))
        .containsExactly("EMEA");
    assertThat(overlaps(world, UCAN).overlapsUnknown(RegionExpression.parse("EMEA+APAC")))
        .isEmpty();
    assertThat(overlaps(world, UCAN).overlapsUnknown(RegionExpression.parse("EMEA+US"))).isEmpty();
    assertThat(overlaps(UCAN).overlapsUnknown(RegionExpression.parse("US+JP"))).isEmpty();
  }

  @Test
  void worldContainsEverything() {
    assertThat(holds("WORLD", "JP")).isEqualTo(YES);
    assertThat(holds("WORLD", "APAC", APAC)).isEqualTo(YES);
    assertThat(holds("WORLD", "WORLD-US")).isEqualTo(YES);
  }

  @Test
  void groupContainsItsMembersAndNoOtherCountry() {
    assertThat(holds("UCAN", "US", UCAN)).isEqualTo(YES);
    assertThat(holds("US+CA", "UCAN", UCAN)).isEqualTo(YES);
    assertThat(holds("UCAN", "JP", UCAN)).isEqualTo(NO);
    assertThat(holds("US", "UCAN", UCAN)).isEqualTo(NO);
    assertThat(holds("UCAN", "WORLD", UCAN)).isEqualTo(NO);
  }

  @Test
  void residualContainsWhatItDoesNotSubtract() {
    assertThat(holds("INTERNATIONAL", "JP", INTERNATIONAL)).isEqualTo(YES);
    assertThat(holds("INTERNATIONAL", "US", INTERNATIONAL)).isEqualTo(NO);
    assertThat(holds("INTERNATIONAL", "UCAN", INTERNATIONAL, UCAN)).isEqualTo(NO);
    assertThat(holds("INTERNATIONAL", "WORLD-US-JP", INTERNATIONAL)).isEqualTo(YES);
    assertThat(holds("WORLD-US-JP", "INTERNATIONAL", INTERNATIONAL)).isEqualTo(NO);
  }

  @Test
  void containmentInAnOpaqueRegionIsNotKnown() {
    assertThat(holds("APAC", "JP", APAC)).isEqualTo(UNKNOWN);
    assertThat(holds("INTERNATIONAL", "APAC", INTERNATIONAL, APAC)).isEqualTo(UNKNOWN);
    assertThat(holds("APAC", "WORLD", APAC)).isEqualTo(UNKNOWN);
    Region world = group("WORLD", "UCAN", "APAC");
    assertThat(holds("APAC", "US", world, UCAN, APAC)).isEqualTo(NO);
  }

  @Test
  void memberOfTheWorldDoesNotContainARegionThatContainsAnotherMember() {
    Region world = group("WORLD", "UCAN", "EMEA", "APAC");
    Region emea = group("EMEA");
    assertThat(holds("APAC", "WORLD", world, UCAN, emea, APAC)).isEqualTo(NO);
    assertThat(holds("WORLD-US-CA", "WORLD-APAC", world, UCAN, emea, APAC)).isEqualTo(NO);
    assertThat(holds("EMEA+APAC", "WORLD-UCAN", world, UCAN, emea, APAC)).isEqualTo(YES);
  }

  @Test
  void whatTheWorldContainsWithoutAnOpaqueRegionIsNotKnown() {
    assertThat(holds("WORLD-US-APAC", "WORLD-UCAN", UCAN, APAC)).isEqualTo(UNKNOWN);
    assertThat(holds("WORLD-APAC", "WORLD-US", APAC)).isEqualTo(UNKNOWN);
    assertThat(holds("UCAN", "WORLD-APAC", UCAN, APAC)).isEqualTo(UNKNOWN);
    assertThat(holds("APAC", "WORLD-APAC", APAC)).isEqualTo(NO);
  }

  @Test
  void twoResidualsOfTheWorldMayShareNothing() {
    Overlap overlap = overlap(List.of("WORLD-UCAN", "WORLD-APAC"), UCAN, APAC);
    assertThat(overlap.shared()).isEmpty();
    assertThat(overlap.unknown()).containsExactly("WORLD-UCAN and WORLD-APAC");
    Region world = group("WORLD", "UCAN", "EMEA", "APAC");
    Region emea = group("EMEA");
    assertThat(overlap(List.of("WORLD-UCAN", "WORLD-APAC"), world, UCAN, emea, APAC).shared())
        .containsExactly("WORLD-UCAN and WORLD-APAC share EMEA");
    assertThat(overlap(List.of("WORLD-UCAN", "WORLD-JP"), UCAN).shared())
        .containsExactly("WORLD-UCAN and WORLD-JP share most of the world");
  }

  @Test
  void pairsThatShareMembersAreNamedWithTheMembers() {
    assertThat(overlap(List.of("UCAN", "US", "JP"), UCAN).shared())
        .containsExactly("UCAN and US share US");
    assertThat(overlap(List.of("INTERNATIONAL", "JP"), INTERNATIONAL).shared())
        .containsExactly("INTERNATIONAL and JP share JP");
    assertThat(overlap(List.of("US", "INTERNATIONAL"), INTERNATIONAL)).isEqualTo(NO_OVERLAP);
  }

  @Test
  void opaqueRegionMayShareAnything() {
    assertThat(overlap(List.of("APAC", "JP"), APAC).unknown()).containsExactly("APAC and JP");
    assertThat(overlap(List.of("APAC", "UCAN"), group("WORLD", "UCAN", "APAC"), UCAN))
        .isEqualTo(NO_OVERLAP);
  }

  private static Containment holds(String whole, String part, Region... regions) {
    return overlaps(regions).holds(RegionExpression.parse(whole), RegionExpression.parse(part));
  }

  private static Overlap overlap(List<String> several, Region... regions) {
    return overlaps(regions).overlap(several.stream().map(RegionExpression::parse).toList());
  }

  private static Optional<String> objection(String expression, Region... regions) {
    return overlaps(regions).objection(RegionExpression.parse(expression));
  }

  private static RegionOverlaps overlaps(Region... regions) {
    return algebra(regions).overlaps();
  }
}
