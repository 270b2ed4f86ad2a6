package io.regionalmetrics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTest {

  @Test
  void nearestCodeNeedsTheFewestChanges() {
    assertThat(Codes.nearest("revenu", List.of("users", "revenue", "revenue-per-user")))
        .contains("revenue");
    assertThat(Codes.nearest("Twitter", List.of("netflix", "twitter"))).contains("twitter");
  }

  @Test
  void entirelyDifferentCodeHasNoNearest() {
    assertThat(Codes.nearest("xyz", List.of("revenue"))).isEmpty();
  }

  @Test
  void idsConsistOfLowercaseLettersDigitsAndHyphens() {
    assertThat(Codes.isId("revenue-per-user")).isTrue();
    assertThat(Codes.isId("Revenue")).isFalse();
    assertThat(Codes.isId("")).isFalse();
    assertThat(Codes.isId("a".repeat(65))).isFalse();
  }

  @Test
  void regionCodesConsistOfCapitalLettersDigitsAndUnderscores() {
    assertThat(Codes.isRegion("REST_OF_WORLD")).isTrue();
    assertThat(Codes.isRegion("001")).isTrue();
    assertThat(Codes.isRegion("jp")).isFalse();
  }
}
