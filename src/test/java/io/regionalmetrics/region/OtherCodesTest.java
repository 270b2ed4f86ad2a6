package io.regionalmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes in use elsewhere are suggestions for what they mean, not for what looks like them. */
class OtherCodesTest {
  private static final Region NORTH_AMERICA =
      new Region("NAMER", "North America", List.of(), List.of(), Optional.empty(), LocalDate.EPOCH);

  @ParameterizedTest
  @CsvSource({
    "UK,GB",
    "EL,GR",
    "GBR,GB",
    "USA,US",
    "DEU,DE",
    "840,US",
    "076,BR",
    "WLD,WORLD",
    "NAC,NAMER"
  })
  void codeMeansTheSameRegion(String written, String meant) {
    assertThat(suggestion(written)).isEqualTo("; did you mean '%s'?".formatted(meant));
  }

  @Test
  void groupThatIsNotDefinedIsNamed() {
    assertThat(suggestion("EAS"))
        .isEqualTo("; elsewhere it means East Asia & Pacific, which is not defined here");
  }

  @Test
  void otherCodeGetsTheNearestKnownOne() {
    assertThat(suggestion("NAMR")).isEqualTo("; did you mean 'NAMER'?");
  }

  private static String suggestion(String written) {
    List<String> codes = List.of("NAMER", "CK", "AL", "BR", "JP");
    return OtherCodes.suggestion(written, codes, List.of(NORTH_AMERICA));
  }
}
