package io.regionalmetrics.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.MetricQuarter.Outcome;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

class MetricQuarterTest {
  private static final QuarterKey KEY = new QuarterKey("twitter", "users", YearQuarter.of(2016, 4));
  private static final MetricQuarter FIRST =
      MetricQuarter.empty(KEY).with(vintage("letter", "2017-02-09", 319));

  private static final SourceFile FILE =
      new SourceFile("0123456789abcdef".repeat(4), Optional.empty());

  @Test
  void firstVintageOfAPublisherIsAdded() {
    assertThat(MetricQuarter.empty(KEY).outcome(vintage("letter", "2017-02-09", 319)))
        .isEqualTo(Outcome.ADDED);
  }

  @Test
  void sameEditionAgainIsUnchanged() {
    assertThat(FIRST.outcome(vintage("letter", "2017-02-09", 319))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void laterSourceThatReportsTheSameIsARepetition() {
    assertThat(FIRST.outcome(vintage("letter-2", "2017-05-09", 319))).isEqualTo(Outcome.REPEATED);
  }

  @Test
  void sourceOfTheSameDayThatReportsTheSameIsARepetition() {
    assertThat(FIRST.outcome(vintage("a-letter", "2017-02-09", 319))).isEqualTo(Outcome.REPEATED);
  }

  @Test
  void laterSourceThatReportsTheSameUnderAnotherConceptIsARepetition() {
    MetricQuarter first = MetricQuarter.empty(KEY).with(under("acme:Users", "letter"));
    Vintage second = under("acme:Members", "letter-2");
    assertThat(first.outcome(second)).isEqualTo(Outcome.REPEATED);
    assertThat(first.with(second).outcome(second)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void editionFromBeforeFactsWereKeptGetsThem() {
    Vintage cited = under("acme:Users", "letter");
    assertThat(FIRST.outcome(cited)).isEqualTo(Outcome.CITED);
    assertThat(FIRST.with(cited).allVintages()).containsExactly(cited);
    assertThat(FIRST.with(cited).outcome(cited)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void editionThatLosesItsFactsOnTheWayIsUnchanged() {
    MetricQuarter cited = MetricQuarter.empty(KEY).with(under("acme:Users", "letter"));
    assertThat(cited.outcome(vintage("letter", "2017-02-09", 319))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void fileOfASourceIsKnownForAllOfItsFigures() {
    Source read = source("letter", "2017-02-09").with(FILE);
    Vintage more = new Vintage(observation(1, new Precision.Exact(), Region.WORLD + "_2"), read);
    assertThat(FIRST.with(more).allVintages()).extracting(Vintage::source).containsOnly(read);
    Vintage unread = vintage("letter", "2017-02-09", 319);
    assertThat(MetricQuarter.empty(KEY).with(more).with(unread).allVintages())
        .extracting(Vintage::source)
        .containsOnly(read);
  }

  @Test
  void repetitionAgainIsUnchanged() {
    Vintage repetition = vintage("letter-2", "2017-05-09", 319);
    assertThat(FIRST.with(repetition).outcome(repetition)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void sameEditionOfARepetitionThatReportsAnotherValueContradicts() {
    MetricQuarter repeated = FIRST.with(vintage("letter-2", "2017-05-09", 319));
    assertThat(repeated.outcome(vintage("letter-2", "2017-05-09", 318)))
        .isEqualTo(Outcome.CONTRADICTS);
  }

  @Test
  void laterSourceThatReportsAnotherValueIsARevision() {
    assertThat(FIRST.outcome(vintage("letter-2", "2017-10-26", 318))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void sameEditionThatReportsAnotherValueContradicts() {
    assertThat(FIRST.outcome(vintage("letter", "2017-02-09", 318))).isEqualTo(Outcome.CONTRADICTS);
  }

  @Test
  void laterEditionOfTheSameSourceIsARevision() {
    assertThat(FIRST.outcome(vintage("letter", "2017-02-10", 318))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void returnToAnEarlierValueIsARevision() {
    MetricQuarter revised = FIRST.with(vintage("letter-2", "2017-10-26", 318));
    assertThat(revised.outcome(vintage("letter-3", "2018-02-08", 319))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void earlierSourceThatArrivesLateIsARevision() {
    assertThat(FIRST.outcome(vintage("preview", "2017-01-01", 319))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void sameValueAtAnotherPrecisionIsARevision() {
    Vintage exact =
        new Vintage(observation(319, new Precision.Decimals(0)), source("letter-2", "2017-05-09"));
    assertThat(FIRST.outcome(exact)).isEqualTo(Outcome.REVISED);
  }

  @Test
  void statedFigureThatConfirmsADerivedOneIsARevision() {
    MetricQuarter derived = MetricQuarter.empty(KEY).with(derived("letter", "2017-02-09"));
    assertThat(derived.outcome(vintage("letter-2", "2017-05-09", 319))).isEqualTo(Outcome.REVISED);
  }

  @Test
  void repetitionIsStoredButNotUsed() {
    MetricQuarter repeated = FIRST.with(vintage("letter-2", "2017-05-09", 319));
    assertThat(repeated.allVintages()).hasSize(2);
    assertThat(repeated.vintages()).isEqualTo(FIRST.vintages());
    assertThat(repeated.repetitions()).containsExactly(Map.entry(1, 0));
  }

  @Test
  void repetitionIsUsedOnceAnotherValueComesBetween() {
    MetricQuarter quarter =
        FIRST
            .with(vintage("letter-2", "2017-05-09", 319))
            .with(vintage("preview", "2017-03-01", 318));
    assertThat(quarter.vintages()).isEqualTo(quarter.allVintages()).hasSize(3);
  }

  @Test
  void sameValueFromAnotherPublisherIsUsed() {
    MetricQuarter quarter =
        FIRST.with(
            new Vintage(
                observation(319_000_000, new Precision.Decimals(-6)),
                source("paper", "2017-03-01", SourceKind.PRESS)));
    assertThat(quarter.vintages()).hasSize(2);
  }

  @Property(tries = 200)
  void anyStoredVintageIsUnchangedWhenItArrivesAgain(@ForAll long seed) {
    MetricQuarter quarter = stored(anyVintages(new Random(seed)));
    for (Vintage vintage : quarter.allVintages()) {
      assertThat(quarter.outcome(vintage)).isEqualTo(Outcome.UNCHANGED);
    }
  }

  @Property(tries = 200)
  void vintagesUsedDoNotDependOnTheOrderOfArrival(@ForAll long seed) {
    Random random = new Random(seed);
    List<Vintage> vintages = List.copyOf(stored(anyVintages(random)).allVintages());
    List<Vintage> shuffled = new ArrayList<>(vintages);
    Collections.shuffle(shuffled, random);
    assertThat(stored(shuffled).vintages()).isEqualTo(stored(vintages).vintages());
  }

  @Property(tries = 200)
  void vintagesUsedAsOfADayDoNotDependOnLaterPublications(@ForAll long seed) {
    List<Vintage> vintages = stored(anyVintages(new Random(seed))).allVintages();
    MetricQuarter all = stored(vintages);
    for (int month = 1; month <= 5; month++) {
      LocalDate day = LocalDate.of(2017, month, 1);
      assertThat(all.vintages().stream().filter(vintage -> isPublishedBy(vintage, day)).toList())
          .isEqualTo(
              stored(vintages.stream().filter(vintage -> isPublishedBy(vintage, day)).toList())
                  .vintages());
    }
  }

  private static boolean isPublishedBy(Vintage vintage, LocalDate day) {
    return !vintage.source().published().isAfter(day);
  }

  private static MetricQuarter stored(List<Vintage> vintages) {
    MetricQuarter quarter = MetricQuarter.empty(KEY);
    for (Vintage vintage : vintages) {
      Outcome outcome = quarter.outcome(vintage);
      if (outcome != Outcome.UNCHANGED && outcome != Outcome.CONTRADICTS) {
        quarter = quarter.with(vintage);
      }
    }
    return quarter;
  }

  private static List<Vintage> anyVintages(Random random) {
    return Stream.generate(() ->
            vintage(
                "s" + random.nextInt(6),
                "2017-0%d-01".formatted(1 + random.nextInt(5)),
                300 + random.nextInt(3)))
        .limit(8)
        .toList();
  }

  private static Vintage derived(String source, String published) {
    BigDecimal half = BigDecimal.valueOf(500_000);
    BigDecimal value = BigDecimal.valueOf(319_000_000);
    return new Vintage(
        observation(319_000_000, new Precision.Between(value.subtract(half), value.add(half))),
        source(source, published));
  }

  private static Vintage vintage(String source, String published, int millions) {
    return new Vintage(
        observation(millions * 1_000_000L, new Precision.Decimals(-6)), source(source, published));
  }

  private static Vintage under(String concept, String source) {
    Observation stated = observation(319_000_000, new Precision.Decimals(-6));
    return new Vintage(
        new Observation(
            stated.cell(),
            stated.value(),
            stated.precision(),
            stated.status(),
            stated.derivation(),
            stated.note(),
            List.of(FiledFact.of(concept, Map.of(), Optional.of("f-7")))),
        source(source, "2017-02-09"));
  }

  private static Observation observation(long value, Precision precision) {
    return observation(value, precision, Region.WORLD);
  }

  private static Observation observation(long value, Precision precision, String region) {
    Cell cell = new Cell(KEY, region, Measure.LEVEL, new Unit("users"));
    return new Observation(
        cell,
        Optional.of(BigDecimal.valueOf(value)),
        precision,
        Status.NORMAL,
        Optional.empty(),
        Optional.empty());
  }

  private static Source source(String id, String published) {
    return source(id, published, SourceKind.COMPANY);
  }

  private static Source source(String id, String published, SourceKind kind) {
    return new Source(id, id, "Twitter", Optional.empty(), LocalDate.parse(published), kind);
  }
}
