package io.regionalmetrics.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.MetricQuarter.Outcome;
import io.regionalmetrics.model.Source.SourceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class MetricQuarterTest {
  private static final QuarterKey KEY = new QuarterKey("twitter", "users", YearQuarter.of(2016, 4));
  private static final MetricQuarter FIRST =
      MetricQuarter.empty(KEY).with(vintage("letter", "2017-02-09", 319));

  @Test
  void firstWordOfAPublisherIsAdded() {
    assertThat(MetricQuarter.empty(KEY).outcome(vintage("letter", "2017-02-09", 319)))
        .isEqualTo(Outcome.ADDED);
  }

  @Test
  void sameEditionAgainIsUnchanged() {
    assertThat(FIRST.outcome(vintage("letter", "2017-02-09", 319))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void laterSourceThatSaysTheSameIsUnchanged() {
    assertThat(FIRST.outcome(vintage("letter-2", "2017-05-09", 319))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void laterSourceThatSaysOtherwiseIsARevision() {
    assertThat(FIRST.outcome(vintage("letter-2", "2017-10-26", 318))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void sameEditionThatSaysOtherwiseContradicts() {
    assertThat(FIRST.outcome(vintage("letter", "2017-02-09", 318))).isEqualTo(Outcome.CONTRADICTS);
  }

  @Test
  void laterEditionOfTheSameSourceIsARevision() {
    assertThat(FIRST.outcome(vintage("letter", "2017-02-10", 318))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void valueThatComesBackIsARevisionAgain() {
    MetricQuarter revised = FIRST.with(vintage("letter-2", "2017-10-26", 318));
    assertThat(revised.outcome(vintage("letter-3", "2018-02-08", 319))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void earlierSourceThatArrivesLateIsStored() {
    assertThat(FIRST.outcome(vintage("preview", "2017-01-01", 319))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void otherPrecisionIsAnotherValue() {
    Vintage exact =
        new Vintage(observation(319, new Precision.Decimals(0)), source("letter-2", "2017-05-09"));
    assertThat(FIRST.outcome(exact)).isEqualTo(Outcome.REVISED);
  }

  @Property(tries = 200)
  void whateverWasStoredIsUnchangedWhenItComesAgain(@ForAll long seed) {
    Random random = new Random(seed);
    MetricQuarter quarter = MetricQuarter.empty(KEY);
    for (int i = 0; i < 8; i++) {
      Vintage vintage =
          vintage(
              "s" + random.nextInt(6),
              "2017-0%d-01".formatted(1 + random.nextInt(5)),
              300 + random.nextInt(3));
      Outcome outcome = quarter.outcome(vintage);
      if (outcome == Outcome.ADDED || outcome == Outcome.REVISED) {
        quarter = quarter.with(vintage);
      }
    }
    for (Vintage stored : quarter.vintages()) {
      assertThat(quarter.outcome(stored)).isEqualTo(Outcome.UNCHANGED);
    }
  }

  private static Vintage vintage(String source, String published, int millions) {
    return new Vintage(
        observation(millions * 1_000_000L, new Precision.Decimals(-6)), source(source, published));
  }

  private static Observation observation(long value, Precision precision) {
    Cell cell = new Cell(KEY, Region.WORLD, Measure.LEVEL, "users");
    return new Observation(
        cell,
        Optional.of(BigDecimal.valueOf(value)),
        precision,
        Status.NORMAL,
        Optional.empty(),
        Optional.empty());
  }

  private static Source source(String id, String published) {
    return new Source(
        id, id, "Twitter", Optional.empty(), LocalDate.parse(published), SourceKind.COMPANY);
  }
}
