package io.regionalmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of countries, however they are written. */
class CountryNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JP|Japan",
        "JP|JP",
        "US|United States",
        "US|United States of America",
        "KR|Korea, Republic of",
        "IR|Iran, Islamic Republic of",
        "CI|Cote d'Ivoire",
        "MM|Myanmar",
        "MM|Burma",
        "CN|China (mainland)"
      })
  void nameOfACountryIsRecognized(String code, String name) {
    assertThat(CountryNames.isNameOf(code, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"NA|North America", "LA|Latin America", "US|Canada", "JP|Japan and Korea", "CN|"})
  void nameOfAnythingElseIsNot(String code, String name) {
    assertThat(CountryNames.isNameOf(code, name == null ? "" : name)).isFalse();
  }
}
