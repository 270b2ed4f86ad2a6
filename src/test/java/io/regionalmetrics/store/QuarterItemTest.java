package io.regionalmetrics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Remainder;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.SourceFile;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class QuarterItemTest {
  private static final QuarterKey KEY =
      new QuarterKey("twitter", "revenue", YearQuarter.of(2017, 4));
  private static final BigDecimal VALUE = BigDecimal.valueOf(10_000_000);
  private static final Optional<String> NOTHING = Optional.empty();

  @Test
  void repetitionStoresOnlyItsSourceAndTheVintageItRepeats() {
    Map<String, AttributeValue> item =
        QuarterItem.write(quarter(vintage(1, stated(NOTHING)), vintage(2, stated(NOTHING))));
    assertThat(item.get("vintages").l().getLast())
        .isEqualTo(
            AttributeValue.fromM(
                Map.of("s", AttributeValue.fromN("1"), "e", AttributeValue.fromN("0"))));
  }

  @Test
  void repetitionIsReadBack() {
    assertReadBack(vintage(1, stated(NOTHING)), vintage(2, stated(NOTHING)));
  }

  @Test
  void repetitionOfARepetitionIsReadBack() {
    assertReadBack(
        vintage(1, stated(NOTHING)), vintage(2, stated(NOTHING)), vintage(3, stated(NOTHING)));
  }

  @Test
  void repetitionOfAWithdrawalIsReadBack() {
    Observation withdrawn =
        observation(Optional.empty(), new Precision.Exact(), Status.MISSING, NOTHING, NOTHING);
    assertReadBack(vintage(1, withdrawn), vintage(2, withdrawn));
  }

  @Test
  void repetitionKeepsItsOwnNote() {
    assertReadBack(
        vintage(1, stated(Optional.of("about"))), vintage(2, stated(Optional.of("again"))));
  }

  @Test
  void repetitionWithoutANoteIsReadBackWithoutOne() {
    assertReadBack(vintage(1, stated(Optional.of("about"))), vintage(2, stated(NOTHING)));
  }

  @Test
  void repetitionKeepsItsOwnDerivation() {
    assertReadBack(
        vintage(1, derived(Optional.of("the year less nine months"))),
        vintage(2, derived(Optional.of("by difference"))),
        vintage(3, derived(NOTHING)));
  }

  @Test
  void repetitionKeepsItsOwnFacts() {
    assertReadBack(
        vintage(1, cited(fact("us-gaap:SalesRevenueNet", "f-7"))),
        vintage(2, cited(fact("us-gaap:Revenues", "f-8"))),
        vintage(3, cited()));
  }

  @Test
  void factTakesADozenBytesIfItsNamesAreInTheItemAlready() {
    Vintage first = vintage(1, cited(fact("us-gaap:Revenues", "f-101")));
    long one = Attributes.size(QuarterItem.write(quarter(first, vintage(2, cited()))));
    Vintage second = vintage(2, cited(fact("us-gaap:Revenues", "f-102")));
    assertThat(Attributes.size(QuarterItem.write(quarter(first, second))) - one).isBetween(1L, 15L);
  }

  @Test
  void longBeginningOfIdsIsHeldOnce() {
    String beginning = "id_1950486_89788249-5239-4A0A-BDA9-E791408E9DD1_1_";
    Vintage first = vintage(1, cited(fact("acme:Sales", beginning + 1)));
    Vintage second = vintage(2, cited(fact("acme:Sales", beginning + 23)));
    assertReadBack(first, second);
    assertThat(QuarterItem.write(quarter(first, second)).get("names").l())
        .containsExactly(
            AttributeValue.fromS("acme:Sales"),
            AttributeValue.fromS("country:JP"),
            AttributeValue.fromS(beginning));
  }

  @Test
  void itemDoesNotHoldNamesThatMostFilingsHave() {
    Map<String, AttributeValue> item =
        QuarterItem.write(quarter(vintage(1, cited(fact("us-gaap:Revenues", "f-7")))));
    assertThat(item.get("names").l()).containsExactly(AttributeValue.fromS("country:JP"));
    assertThat(item.get("vintages").l().getFirst().m().get("f").s()).isEqualTo("B.H.0#f-7");
  }

  @Test
  void factOfAnotherFilingIsReadBackWithItsSource() {
    Source nineMonths = vintage(1, cited()).source();
    assertReadBack(
        vintage(
            2,
            cited(
                fact("us-gaap:Revenues", "f-8"), fact("us-gaap:Revenues", "f-7").in(nineMonths))));
  }

  @Test
  void fileOfASourceIsReadBack() {
    Source source =
        new Source(
                "sec-1",
                "Netflix 10-K",
                "Netflix",
                Optional.of("https://www.sec.gov/Archives/edgar/data/42/1/main_htm.xml"),
                LocalDate.of(2024, 1, 26),
                SourceKind.FILING)
            .with(
                new SourceFile(
                    "0123456789abcdef".repeat(4),
                    Optional.of("https://www.sec.gov/ix?doc=/Archives/edgar/data/42/1/main.htm")));
    assertThat(SourceItem.source(SourceItem.attributes(source).map())).isEqualTo(source);
    assertThat(SourceItem.attributes(source).string("i"))
        .isEqualTo("https://www.sec.gov/ix?doc=*main.htm");
  }

  @Test
  void itemWithoutRepetitionsIsReadInItsOriginalFormat() {
    Map<String, AttributeValue> source =
        Map.of(
            "id", AttributeValue.fromS("source-1"),
            "title", AttributeValue.fromS("Letter"),
            "publisher", AttributeValue.fromS("Twitter"),
            "published", AttributeValue.fromS("2018-01-01"),
            "kind", AttributeValue.fromS("company"));
    Map<String, AttributeValue> vintage =
        Map.of(
            "r", AttributeValue.fromS("JP"),
            "s", AttributeValue.fromN("0"),
            "v", AttributeValue.fromN("10000000"),
            "d", AttributeValue.fromN("-6"));
    Map<String, AttributeValue> item =
        Map.of(
            "unit", AttributeValue.fromS("USD"),
            "sources", AttributeValue.fromL(List.of(AttributeValue.fromM(source))),
            "vintages", AttributeValue.fromL(List.of(AttributeValue.fromM(vintage))));
    assertThat(QuarterItem.read(KEY, item)).isEqualTo(quarter(vintage(1, stated(NOTHING))));
  }

  @Property(tries = 200)
  void anyQuarterIsReadBackAsWritten(@ForAll long seed) {
    Random random = new Random(seed);
    List<Vintage> vintages = new ArrayList<>();
    for (int day = 1; day <= 12; day++) {
      vintages.add(vintage(day, any(random)));
    }
    MetricQuarter quarter = new MetricQuarter(KEY, vintages, breakdowns(random));
    assertThat(QuarterItem.read(KEY, QuarterItem.write(quarter))).isEqualTo(quarter);
  }

  private static List<Breakdown> breakdowns(Random random) {
    List<Breakdown> breakdowns = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      breakdowns.add(
          new Breakdown(
              random.nextBoolean() ? Region.WORLD : "EMEA",
              List.of("US", "R" + random.nextInt(9)),
              remainders(random),
              vintage(1 + random.nextInt(15), stated(NOTHING)).source()));
    }
    return breakdowns;
  }

  private static List<Remainder> remainders(Random random) {
    List<Remainder> remainders = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Observation figure =
          new Observation(
              new Cell(KEY, "corporate_" + i, Measure.LEVEL, new Unit("USD")),
              Optional.of(BigDecimal.valueOf(random.nextInt(9) - 4)),
              new Precision.Decimals(-6),
              Status.NORMAL,
              random.nextBoolean() ? NOTHING : Optional.of("the year less the nine months"),
              NOTHING);
      remainders.add(new Remainder("Corporate " + i, figure));
    }
    return remainders;
  }

  private static void assertReadBack(Vintage... vintages) {
    MetricQuarter quarter = quarter(vintages);
    assertThat(QuarterItem.read(KEY, QuarterItem.write(quarter))).isEqualTo(quarter);
  }

  private static MetricQuarter quarter(Vintage... vintages) {
    return new MetricQuarter(KEY, List.of(vintages));
  }

  private static Vintage vintage(int day, Observation observation) {
    return new Vintage(
        observation,
        new Source(
            "source-" + day,
            "Letter",
            "Twitter",
            Optional.empty(),
            LocalDate.of(2018, 1, day),
            SourceKind.COMPANY));
  }

  private static FiledFact fact(String concept, String id) {
    return FiledFact.of(
        concept, Map.of("srt:StatementGeographicalAxis", "country:JP"), Optional.of(id));
  }

  private static Observation cited(FiledFact... facts) {
    Observation stated = stated(NOTHING);
    return new Observation(
        stated.cell(),
        stated.value(),
        stated.precision(),
        stated.status(),
        stated.derivation(),
        stated.note(),
        List.of(facts));
  }

  private static Observation any(Random random) {
    Optional<String> text = random.nextBoolean() ? NOTHING : Optional.of("said");
    return switch (random.nextInt(5)) {
      case 3 -> cited(fact("us-gaap:Revenues", "f-" + random.nextInt(3)));
      case 0 -> stated(text);
      case 2 ->
          observation(
              Optional.of(VALUE),
              new Precision.AssumedDecimals(-random.nextInt(8)),
              Status.NORMAL,
              NOTHING,
              text);
      case 1 -> derived(text);
      default ->
          observation(
              Optional.of(VALUE),
              new Precision.Decimals(-5 - random.nextInt(2)),
              Status.NORMAL,
              NOTHING,
              text);
    };
  }

  private static Observation stated(Optional<String> note) {
    return observation(
        Optional.of(VALUE), new Precision.Decimals(-6), Status.NORMAL, NOTHING, note);
  }

  private static Observation derived(Optional<String> derivation) {
    Precision between = new Precision.Between(VALUE.subtract(BigDecimal.TEN), VALUE);
    return observation(Optional.of(VALUE), between, Status.NORMAL, derivation, NOTHING);
  }

  private static Observation observation(
      Optional<BigDecimal> value,
      Precision precision,
      Status status,
      Optional<String> derivation,
      Optional<String> note) {
    return new Observation(
        new Cell(KEY, "JP", Measure.LEVEL, new Unit("USD")),
        value,
        precision,
        status,
        derivation,
        note);
  }
}
