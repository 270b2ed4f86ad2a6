package io.regionalmetrics.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.refusal.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a raw query string becomes parameters. */
class QueryParametersTest {

  @Test
  void plusSignIsNotDecodedToASpace() {
    assertThat(query("region=US+CA").text("region")).contains("US+CA");
  }

  @Test
  void percentEncodedBytesAreUtf8() {
    assertThat(query("region=%E6%97%A5%20%2B").text("region")).contains("日 +");
    assertThat(query("region=日").text("region")).contains("日");
  }

  @ParameterizedTest
  @ValueSource(strings = {"region=%", "region=%2", "region=%2G", "region=%FF", "region=%C3%28"})
  void brokenEncodingIsRefused(String raw) {
    assertThatThrownBy(() -> query(raw)).isInstanceOf(Refusal.class);
  }

  @Test
  void listMayBeRepeatedInsteadOfUsingCommas() {
    assertThat(query("region=JP&region=US,JP").list("region")).contains(List.of("JP", "US"));
  }

  @Test
  void emptyQueryHasNoParameters() {
    assertThat(query("").text("region")).isEmpty();
    assertThat(query("&&").text("region")).isEmpty();
  }

  @Test
  void queryOverTheLimitIsRefused() {
    assertThatThrownBy(() -> query("region=" + "A".repeat(8_000))).isInstanceOf(Refusal.class);
  }

  private static QueryParameters query(String raw) {
    return QueryParameters.of(raw, Set.of("region", "metric"), Set.of("region"));
  }
}
