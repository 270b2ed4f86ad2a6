package io.regionalmetrics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions by the rules of SDMX-REST: doc/querying_versions.md. */
class VersionPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0",
        "1.0",
        "1",
        "+",
        "~",
        "*",
        "all",
        "latest",
        "1+.0.0",
        "1.+.0",
        "1.0.+",
        "1.0.0+",
        "1.0+.0",
        "0~.0.0",
        "+.0.0",
        "1.*",
        "2.0.0,1.0.0",
        "0.9+.0,1+.0.0"
      })
  void versionIsMeant(String pattern) {
    assertThat(VersionPattern.matches(pattern, "1.0.0")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0.0", "1.1.0", "1.0.1", "2+.0.0", "1.1+.0", "1.0.1+", "0.9.0", "0.*"})
  void anotherVersionIsMeant(String pattern) {
    assertThat(VersionPattern.matches(pattern, "1.0.0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.0.0.0", "1..0", "-1", "v1", "1.0.0,"})
  void whatIsNoVersionIsRefused(String pattern) {
    assertThatThrownBy(() -> VersionPattern.matches(pattern, "9.9.9"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not a version such as 1.0.0");
  }
}
