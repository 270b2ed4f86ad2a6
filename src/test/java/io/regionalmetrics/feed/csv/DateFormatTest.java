package io.regionalmetrics.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {
  @ParameterizedTest
  @CsvSource({
    "d-MMM-yy, 31-Dec-17, 2017-12-31",
    "d-MMM-yy, 31-DEC-17, 2017-12-31",
    "d-MMM-yy, 1-sep-17, 2017-09-01",
    "d-MMM-uu, 31-Dec-17, 2017-12-31",
    "MM/dd/yy, 12/31/17, 2017-12-31",
    "d MMMM yyyy, 31 december 2017, 2017-12-31",
    "'year' yyyy MM dd, year 2017 12 31, 2017-12-31",
    "dd-MM-yyyy, 31-12-2017, 2017-12-31",
  })
  void dateIsReadAsItsFormatSays(String pattern, String text, LocalDate date) {
    assertThat(DateFormat.of(pattern).orElseThrow().parse(text)).contains(date);
  }

  @ParameterizedTest
  @CsvSource({"31-Dec-00, 2000-12-31", "31-Dec-69, 2069-12-31", "31-Dec-99, 2099-12-31"})
  void yearOfTwoDigitsIsIn2000To2099(String text, LocalDate date) {
    assertThat(DateFormat.of("d-MMM-yy").orElseThrow().parse(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31-Dec-2017",
        "31-Feb-17",
        "31-Dez-17",
        "31-12-17",
        "Dec-31-17",
        "",
        "31-Dec-17 "
      })
  void textInAnotherFormatIsNoDate(String text) {
    assertThat(DateFormat.of("d-MMM-yy").orElseThrow().parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MMM-yy", "dd-mm-yyyy", "yyyy", "dd-MM-YYYY", "dd-bb", "'", ""})
  void patternWithoutADayMonthAndYearIsNoFormat(String pattern) {
    assertThat(DateFormat.of(pattern)).isEmpty();
  }

  @Test
  void quotedLettersOfAPatternStayAsTheyAre() {
    assertThat(DateFormat.of("d-MMM-yy 'yy'").orElseThrow().parse("31-Dec-17 yy")).isPresent();
  }
}
