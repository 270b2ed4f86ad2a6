package io.regionalmetrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

  @Test
  void whatHasNoWeightIsWhollyWanted() {
    assertThat(Preference.list("gzip, br;q=0.25,*; q=0"))
        .extracting(Preference::name, Preference::weight)
        .containsExactly(tuple("gzip", 1_000), tuple("br", 250), tuple("*", 0));
  }

  @Test
  void parametersEndAtTheWeight() {
    assertThat(Preference.list("Text/CSV; Header=Present;q=0.5;q2=x").getFirst())
        .isEqualTo(new Preference("text/csv", Map.of("header", "present"), 500));
  }

  @Test
  void commaInQuotesSeparatesNothing() {
    assertThat(Preference.list("text/csv;labels=\"a,\\\"b;\", */*"))
        .extracting(Preference::name, Preference::parameters)
        .containsExactly(tuple("text/csv", Map.of("labels", "a,\"b;")), tuple("*/*", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=1.001", "gzip;q=-1", "gzip;q=", "gzip;q=0.1234", "", " , ;q=1"})
  void whatHasNotTheFormIsPassedOver(String header) {
    assertThat(Preference.list(header)).isEmpty();
  }
}
