package io.regionalmetrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the elements of lists in headers are parsed. */
class HeaderElementTest {

  @Test
  void elementWithoutWeightHasTheFullWeight() {
    assertThat(HeaderElement.list("gzip, br;q=0.25,*; q=0"))
        .extracting(HeaderElement::name, HeaderElement::weight)
        .containsExactly(tuple("gzip", 1_000), tuple("br", 250), tuple("*", 0));
  }

  @Test
  void parametersAfterTheWeightAreIgnored() {
    assertThat(HeaderElement.list("Text/CSV; Header=Present;q=0.5;q2=x").getFirst())
        .isEqualTo(new HeaderElement("text/csv", Map.of("header", "present"), 500));
  }

  @Test
  void separatorsInQuotesDoNotSeparate() {
    assertThat(HeaderElement.list("text/csv;labels=\"a,\\\"b;\", */*"))
        .extracting(HeaderElement::name, HeaderElement::parameters)
        .containsExactly(tuple("text/csv", Map.of("labels", "a,\"b;")), tuple("*/*", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=1.001", "gzip;q=-1", "gzip;q=", "gzip;q=0.1234", "", " , ;q=1"})
  void elementWithoutNameOrWithAnInvalidWeightIsLeftOut(String header) {
    assertThat(HeaderElement.list(header)).isEmpty();
  }
}
