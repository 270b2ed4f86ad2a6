package io.regionalmetrics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearQuarter;

class PeriodsTest {

  @Test
  void quarterIsReadWithAndWithoutHyphen() {
    assertThat(Periods.quarter("2017-Q4")).contains(YearQuarter.of(2017, 4));
    assertThat(Periods.quarter("2017Q4")).contains(YearQuarter.of(2017, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-Q5",
        "2017-Q0",
        "2017",
        "Q4-2017",
        "2017-12",
        "17-Q4",
        "2017-q4",
        "2017--Q4",
        "",
        "0017-Q4",
        "２０１７-Q4"
      })
  void anyOtherTextIsNotAQuarter(String text) {
    assertThat(Periods.quarter(text)).isEmpty();
  }

  @Test
  void dayIsReadInIsoFormat() {
    assertThat(Periods.day("2018-03-01")).contains(LocalDate.of(2018, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-02-30", "2018-3-1", "+12018-03-01", "yesterday", ""})
  void anyOtherTextIsNotADay(String text) {
    assertThat(Periods.day(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-Q1,2017-Q2|2017-Q1|2017-Q2",
        "2017-Q2,2016-Q3,2017-Q1|2016-Q3|2017-Q2",
        "2017-Q4,2017-Q4|2017-Q4|2017-Q4",
        "2017Q1..2018Q4|2017-Q1|2018-Q4",
        "2017-Q1/2017-Q4|2017-Q1|2017-Q4",
        "2017-Q1:2017-Q4|2017-Q1|2017-Q4",
        "2017|2017-Q1|2017-Q4",
        "2016,2018-Q1|2016-Q1|2018-Q1",
      })
  void listRangeAndYearNameSeveralQuarters(String text, String first, String last) {
    assertThat(Periods.several(text))
        .contains(new Periods.QuarterRange(YearQuarter.parse(first), YearQuarter.parse(last)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2017-Q4", "2017Q4", "latest", "", ",", "2017-Q1..", "2017-Q5,2017-Q1", "0017"})
  void anyOtherTextDoesNotNameSeveralQuarters(String text) {
    assertThat(Periods.several(text)).isEmpty();
  }
}
