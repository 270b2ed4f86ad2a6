package io.regionalmetrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class BreakdownTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 22);
  private static final Source SOURCE =
      new Source("sec-1", "10-Q", "Acme", Optional.empty(), DAY, SourceKind.FILING);
  private static final QuarterKey KEY = new QuarterKey("acme", "revenue", YearQuarter.of(2025, 2));

  private static Breakdown breakdown(List<String> members, Remainder... remainders) {
    return new Breakdown(Region.WORLD, members, List.of(remainders), SOURCE);
  }

  private static Remainder remainder(String code, long value) {
    return new Remainder(
        code,
        new Observation(
            new Cell(KEY, code, Measure.LEVEL, new Unit("USD")),
            Optional.of(BigDecimal.valueOf(value)),
            new Precision.Exact(),
            Status.NORMAL,
            Optional.empty(),
            Optional.empty()));
  }

  private static Breakdown finest(Breakdown... all) {
    return Breakdown.current(List.of(all), Region.WORLD, DAY).getFirst();
  }

  @Test
  void theBreakdownWithTheMostRegionsComesFirst() {
    Breakdown two = breakdown(List.of("US", "NON_US"));
    Breakdown three = breakdown(List.of("EMEA", "LATAM", "APAC"), remainder("corporate", 30));
    assertThat(finest(two, three)).isEqualTo(three);
  }

  @Test
  void ofEquallyManyRegionsTheSmallerRemainderComesFirst() {
    Breakdown large = breakdown(List.of("US", "JP"), remainder("corporate", -30));
    Breakdown small = breakdown(List.of("EMEA", "APAC"), remainder("hedging", 3));
    assertThat(finest(large, small)).isEqualTo(small);
  }

  @Test
  void ofEqualBreakdownsTheFirstThatTheSourceTellsComesFirst() {
    Breakdown geography = breakdown(List.of("US", "NON_US"));
    Breakdown segments = breakdown(List.of("EMEA", "APAC"));
    assertThat(finest(geography, segments)).isEqualTo(geography);
  }

  @Test
  void theSameMembersWithAnotherRemainderAreAnotherBreakdown() {
    Breakdown one = breakdown(List.of("US", "JP"), remainder("corporate", 3));
    assertThat(one.hasSameContentAs(breakdown(List.of("JP", "US"), remainder("corporate", 3))))
        .isTrue();
    assertThat(one.hasSameContentAs(breakdown(List.of("JP", "US"), remainder("corporate", 4))))
        .isFalse();
    assertThat(one.hasSameContentAs(breakdown(List.of("JP", "US")))).isFalse();
  }

  @Test
  void aRegionIsNoRemainder() {
    assertThatThrownBy(() -> remainder("EMEA", 1)).hasMessageContaining("EMEA");
  }
}
