package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"rows\": [{\"rank\": 1}]} | {\"rows\": [{\"rank\": 2}]} | /rows/0/rank: expected 1 but was 2",
        "{\"rows\": [1]} | {\"rows\": [1, 2]} | /rows/1: expected nothing but was 2",
        "{\"low\": 1} | {} | /low: expected 1 but was nothing",
        "{\"low\": null} | {} | /low: expected null but was nothing",
        "{\"rows\": []} | {\"rows\": {}} | /rows: expected [] but was {}",
        "1 | \"1\" | : expected 1 but was \"1\"",
      })
  void everyDifferenceIsListedWithItsPath(String expected, String actual, String difference) {
    assertThat(JsonDifference.between(Service.json(expected), Service.json(actual)))
        .containsExactly(difference);
  }
}
