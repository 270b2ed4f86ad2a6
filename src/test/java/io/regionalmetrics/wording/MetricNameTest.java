package io.regionalmetrics.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricNameTest {
  @ParameterizedTest
  @CsvSource({
    "Revenue, revenue",
    "Monthly active users, monthly active users",
    "Revenue per TEU, revenue per TEU",
    "Loaded volumes, loaded volumes",
  })
  void commonWordAtTheBeginningTakesASmallLetter(String name, String inSentence) {
    assertThat(MetricName.inSentence(name)).isEqualTo(inSentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R&D expense",
        "iPhone sales",
        "Mac revenue",
        "Betriebsergebnis",
        "ARPU",
        "5G users",
        "REVENUE"
      })
  void anyOtherNameStaysAsItIsWritten(String name) {
    assertThat(MetricName.inSentence(name)).isEqualTo(name);
  }
}
