package io.regionalmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.threeten.extra.YearQuarter;

/** The decimals that are assumed depend on the numbers alone. */
class WrittenLevelsPropertyTest {
  private static final Unit DOLLARS = new Unit("USD");

  /**
   * However the same numbers are written, in whatever order and in however many documents, the same
   * decimals are assumed: as many as the zeros at the end that all numbers share.
   */
  @Property(tries = 300)
  void theSameNumbersHaveTheSameDecimalsHoweverTheyAreWritten(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int sharedZeros) {
    Random random = new Random(seed);
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      numbers.add(
          BigDecimal.valueOf(1 + random.nextInt(99_999)).multiply(BigDecimal.TEN.pow(sharedZeros)));
    }
    int expected = -numbers.stream().mapToInt(WrittenLevelsPropertyTest::zeros).min().orElseThrow();
    for (int way = 0; way < 5; way++) {
      List<String> written = new ArrayList<>();
      numbers.forEach(number -> written.add(write(number, random)));
      Collections.shuffle(written, random);
      int split = random.nextInt(written.size() + 1);
      WrittenLevels levels =
          WrittenLevels.of(
              List.of(
                  document(written.subList(0, split)),
                  document(written.subList(split, written.size()))));
      assertThat(levels.decimals("revenue", DOLLARS, company -> Optional.of(DOLLARS)))
          .as("%s", written)
          .isEqualTo(expected);
    }
  }

  private static int zeros(BigDecimal number) {
    String digits = number.toPlainString();
    int zeros = 0;
    while (digits.charAt(digits.length() - 1 - zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  private static String write(BigDecimal number, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> number.toPlainString();
      case 1 -> number.toPlainString() + ".0";
      case 2 -> number.toPlainString() + ".000";
      default -> number.movePointLeft(3).toPlainString() + "E+3";
    };
  }

  private static Document document(List<String> values) {
    return Document.of(
        new Source(
            "letter",
            "Letter",
            "Twitter",
            Optional.empty(),
            LocalDate.of(2018, 2, 8),
            SourceKind.COMPANY),
        List.of(),
        List.of(),
        List.of(),
        values.stream().map(WrittenLevelsPropertyTest::row).toList(),
        List.of());
  }

  private static ObservationRow row(String value) {
    BigDecimal number = new BigDecimal(value);
    return new ObservationRow(
        "twitter",
        "revenue",
        "JP",
        YearQuarter.of(2017, 4),
        Measure.LEVEL,
        Optional.empty(),
        Optional.of(number),
        new Precision.AssumedDecimals(Math.max(0, number.scale())),
        Status.NORMAL,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
