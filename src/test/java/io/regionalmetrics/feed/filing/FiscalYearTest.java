package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.feed.filing.FiscalYear.FiscalQuarter;
import io.regionalmetrics.xbrl.Span;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** How fiscal quarters are named. */
class FiscalYearTest {
  private static final FiscalYear AUGUST = FiscalYear.ending(MonthDay.of(9, 1));
  private static final FiscalYear DECEMBER = FiscalYear.ending(MonthDay.of(12, 30));
  private static final FiscalYear JANUARY = FiscalYear.ending(MonthDay.of(2, 1));

  private static String name(FiscalYear year, String start, String end) {
    return year.quarter(new Span(LocalDate.parse(start), LocalDate.parse(end)))
        .map(quarter -> quarter.name().toString())
        .orElse("none");
  }

  @Test
  void costcosQuartersOfTwelveWeeksHaveFourNames() {
    assertThat(name(AUGUST, "2022-08-29", "2022-11-20")).isEqualTo("2022-Q4");
    assertThat(name(AUGUST, "2022-11-21", "2023-02-12")).isEqualTo("2023-Q1");
    assertThat(name(AUGUST, "2023-02-13", "2023-05-07")).isEqualTo("2023-Q2");
    assertThat(name(AUGUST, "2023-05-08", "2023-09-03")).isEqualTo("2023-Q3");
    assertThat(name(AUGUST, "2023-09-04", "2023-11-26")).isEqualTo("2023-Q4");
  }

  @Test
  void pepsicosFourthQuarterHasSixteenWeeks() {
    assertThat(name(DECEMBER, "2023-06-18", "2023-09-09")).isEqualTo("2023-Q3");
    assertThat(name(DECEMBER, "2023-09-10", "2023-12-30")).isEqualTo("2023-Q4");
    assertThat(name(DECEMBER, "2022-09-04", "2022-12-31")).isEqualTo("2022-Q4");
  }

  @Test
  void krogersFirstQuarterHasSixteenWeeks() {
    assertThat(name(JANUARY, "2023-01-29", "2023-05-20")).isEqualTo("2023-Q1");
    assertThat(name(JANUARY, "2023-05-21", "2023-08-12")).isEqualTo("2023-Q2");
    assertThat(name(JANUARY, "2023-08-13", "2023-11-04")).isEqualTo("2023-Q3");
    assertThat(name(JANUARY, "2023-11-05", "2024-02-03")).isEqualTo("2023-Q4");
  }

  @Test
  void applesFirstQuarterIsTheFourthOfTheCalendar() {
    FiscalYear september = FiscalYear.ending(MonthDay.of(9, 27));
    assertThat(name(september, "2022-09-25", "2022-12-31")).isEqualTo("2022-Q4");
    assertThat(name(september, "2023-04-02", "2023-07-01")).isEqualTo("2023-Q2");
  }

  @Test
  void daysThatDontFitTheFiscalYearAreNoQuarter() {
    assertThat(name(DECEMBER, "2023-02-15", "2023-05-15")).isEqualTo("none");
    assertThat(name(DECEMBER, "2012-06-22", "2012-09-30")).isEqualTo("none");
    assertThat(name(DECEMBER, "2023-01-01", "2023-06-30")).isEqualTo("none");
  }

  @Test
  void theYearEndsWithTheMonthWhoseEndIsNearest() {
    assertThat(FiscalYear.ending(MonthDay.of(12, 31)).lastMonth()).isEqualTo(Month.DECEMBER);
    assertThat(FiscalYear.ending(MonthDay.of(1, 3)).lastMonth()).isEqualTo(Month.DECEMBER);
    assertThat(FiscalYear.ending(MonthDay.of(9, 1)).lastMonth()).isEqualTo(Month.AUGUST);
    assertThat(FiscalYear.ending(MonthDay.of(6, 27)).lastMonth()).isEqualTo(Month.JUNE);
    assertThat(FiscalYear.ending(MonthDay.of(2, 29)).lastMonth()).isEqualTo(Month.FEBRUARY);
  }

  @Test
  void aYearMayEndAFewDaysFromItsNominalEnd() {
    assertThat(DECEMBER.mayEndOn(MonthDay.of(1, 3))).isTrue();
    assertThat(DECEMBER.mayEndOn(MonthDay.of(12, 24))).isTrue();
    assertThat(DECEMBER.mayEndOn(MonthDay.of(9, 30))).isFalse();
    assertThat(DECEMBER.mayEndOn(MonthDay.of(1, 31))).isFalse();
  }

  @Provide
  Arbitrary<List<Integer>> calendars() {
    return Arbitraries.of(
        List.of(13, 13, 13, 13),
        List.of(13, 13, 13, 14),
        List.of(14, 13, 13, 13),
        List.of(12, 12, 12, 16),
        List.of(12, 12, 12, 17),
        List.of(16, 12, 12, 12),
        List.of(16, 12, 12, 13));
  }

  /** The four quarters of a year of weeks have four names in a row, the year's nominal ones. */
  @Property
  void theQuartersOfAYearHaveFourNamesInARow(
      @ForAll("calendars") List<Integer> weeks,
      @ForAll @IntRange(min = 2000, max = 2040) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = -7, max = 7) int drift) {
    LocalDate nominalEnd = YearMonth.of(year, month).atEndOfMonth();
    FiscalYear fiscalYear = new FiscalYear(Month.of(month));
    LocalDate end = nominalEnd.plusDays(drift);
    for (int place = 4; place >= 1; place--) {
      LocalDate start = end.minusWeeks(weeks.get(place - 1)).plusDays(1);
      YearQuarter name =
          YearQuarter.from(YearMonth.of(year, month).minusMonths(3L * (4 - place) + 1).atDay(1));
      assertThat(fiscalYear.quarter(new Span(start, end)))
          .isEqualTo(Optional.of(new FiscalQuarter(name, place)));
      assertThat(fiscalYear.quarterEnding(end)).contains(name);
      end = start.minusDays(1);
    }
  }
}
