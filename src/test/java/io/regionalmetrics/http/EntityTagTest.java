package io.regionalmetrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How entity tags are computed and compared. */
class EntityTagTest {
  /** The check values of both checksums in the catalogue of CRC algorithms. */
  private static final String OF_DIGITS = "\"cbf43926e3069283\"";

  @Test
  void tagIsTheCrc32AndTheCrc32cInHexadecimal() {
    assertThat(EntityTag.of("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(OF_DIGITS);
  }

  @Test
  void bodiesThatDifferInOneByteHaveDifferentTags() {
    assertThat(EntityTag.of(new byte[] {1})).isNotEqualTo(EntityTag.of(new byte[] {2}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cbf43926e3069283\"",
        "W/\"cbf43926e3069283\"",
        "\"a,b\", \"cbf43926e3069283\"",
        "\"a\",W/\"cbf43926e3069283\"",
        "*",
        " * "
      })
  void ifNoneMatchListsTheTag(String ifNoneMatch) {
    assertThat(EntityTag.isIn(ifNoneMatch, OF_DIGITS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "cbf43926e3069283", "\"cbf43926e306928\"", "\"CBF43926E3069283\"", "\"*\""})
  void ifNoneMatchDoesNotListTheTag(String ifNoneMatch) {
    assertThat(EntityTag.isIn(ifNoneMatch, OF_DIGITS)).isFalse();
  }
}
