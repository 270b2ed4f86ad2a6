package io.regionalmetrics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {
  private static final KeyPattern JAPAN =
      new KeyPattern(
          Map.of(
              Component.COMPANY, Set.of("twitter"),
              Component.METRIC, Set.of("revenue"),
              Component.REF_AREA, Set.of("JP")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twitter.revenue.JP.*.*",
        "twitter.revenue.JP..",
        "twitter.revenue.JP",
        "twitter.revenue.JP...",
        "twitter.revenue.JP.*.*.*"
      })
  void positionsForAllMayBeAnAsteriskEmptyOrLeftOut(String key) {
    assertThat(KeyPattern.parse(key)).containsExactly(JAPAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", "all", "....", "*.*.*.*.*"})
  void everySeriesMayBeMeant(String key) {
    assertThat(KeyPattern.parse(key)).containsExactly(KeyPattern.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"twitter.revenue.JP,US", "twitter.revenue.JP+US.*.*"})
  void codesOfAPositionAreSeparatedByCommasOrPlusSigns(String key) {
    assertThat(KeyPattern.parse(key))
        .containsExactly(JAPAN.replacing(Component.REF_AREA, Set.of("JP", "US")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twitter.revenue.JP,apple.revenue.US",
        "twitter.revenue.JP.*.*,apple.revenue.US.*.*",
        "twitter.revenue.JP...,apple.revenue.US..."
      })
  void wholeKeysAreSeparatedByCommasToo(String key) {
    KeyPattern apple =
        new KeyPattern(
            Map.of(
                Component.COMPANY, Set.of("apple"),
                Component.METRIC, Set.of("revenue"),
                Component.REF_AREA, Set.of("US")));
    assertThat(KeyPattern.parse(key)).containsExactly(JAPAN, apple);
  }

  @Test
  void codesThatNobodyHasStayInTheirPositions() {
    assertThat(KeyPattern.parse("Twitter.revenue.jp"))
        .isEqualTo(
            List.of(
                new KeyPattern(
                    Map.of(
                        Component.COMPANY, Set.of("Twitter"),
                        Component.METRIC, Set.of("revenue"),
                        Component.REF_AREA, Set.of("jp")))));
  }

  @Test
  void keyWithTooManyPositionsIsRefused() {
    assertThatThrownBy(() -> KeyPattern.parse("twitter.revenue.JP.level.USD.2017-Q4"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("COMPANY.METRIC.REF_AREA.MEASURE.UNIT")
        .hasMessageContaining("c[TIME_PERIOD]");
  }

  @Test
  void moreThan100KeysAreRefusedAndAnyNumberOfCodesIsTaken() {
    assertThatThrownBy(() -> KeyPattern.parse("twitter.revenue.JP.*.*,".repeat(100) + "a.b.US.*.*"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has 101 keys");
    String codes =
        IntStream.range(0, 3_000).mapToObj(i -> "R" + i).collect(Collectors.joining(","));
    assertThat(KeyPattern.parse("twitter.revenue." + codes))
        .singleElement()
        .satisfies(key -> assertThat(key.of(Component.REF_AREA)).hasSize(3_000));
  }
}
