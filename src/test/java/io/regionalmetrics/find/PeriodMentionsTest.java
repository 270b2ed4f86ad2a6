package io.regionalmetrics.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quarters are found however they are written. */
class PeriodMentionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-Q4 | [2017-Q4]",
        "2017Q4 and 2016 Q4 | [2016-Q4, 2017-Q4]",
        "Q4 2017 | [2017-Q4]",
        "Q4 of 2017 | [2017-Q4]",
        "4Q2017 | [2017-Q4]",
        "fourth quarter of 2017 | [2017-Q4]",
        "the first fiscal quarter, 2018 | [2018-Q1]",
        "last three months of 2017 | [2017-Q4]",
        "first three months of 2017 | [2017-Q1]",
        "December 2017 | [2017-Q4]",
        "in May of 2019 | [2019-Q2]",
        "revenue in 2017 | [2017-Q1, 2017-Q2, 2017-Q3, 2017-Q4]",
        "Q5 2017x | []",
        "3M in 20175 | []",
        "Japan | []",
      })
  void quarterIsFound(String text, String quarters) {
    assertThat(PeriodMentions.of(text)).hasToString(quarters);
  }
}
