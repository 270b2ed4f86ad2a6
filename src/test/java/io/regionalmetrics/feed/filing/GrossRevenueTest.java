package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.PublishedData;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Regions before eliminations, which make up total revenue together with the eliminations. */
class GrossRevenueTest {
  private static final String Q1 = "2023-01-01/2023-03-31";
  private static final String Q1_BEFORE = "2022-01-01/2022-03-31";
  private static final String YEAR = "2023-01-01/2023-12-31";
  private static final String NINE_MONTHS = "2023-01-01/2023-09-30";
  private static final String CONSOLIDATION = "srt:ConsolidationItemsAxis=";
  private static final String OPERATING = CONSOLIDATION + "us-gaap:OperatingSegmentsMember";
  private static final String ELIMINATIONS =
      CONSOLIDATION + "us-gaap:IntersegmentEliminationMember";
  private static final String CORPORATE = CONSOLIDATION + "us-gaap:CorporateNonSegmentMember";
  private static final String SEGMENT = "us-gaap:StatementBusinessSegmentsAxis=";
  private static final String GEOGRAPHY = "srt:StatementGeographicalAxis=";
  private static final String GROSS = "revenue-before-eliminations";

  private static ContentsView contentsOf(InstanceBuilder instance) {
    return new ContentsView(FilingSequence.acme().read(filing(1, "2024-02-20"), instance));
  }

  private static Filing filing(int number, String filed) {
    return FilingSequence.filing(
        InstanceBuilder.CIK, "0000000042-24-%06d".formatted(number), "10-Q", filed, "2023-03-31");
  }

  /** Segments in millions whose eliminations are told in total. */
  private static InstanceBuilder segments(
      InstanceBuilder instance, String time, int whole, int americas, int europe, int eliminated) {
    return instance
        .fact(time, whole + "000000:-6")
        .fact(time, americas + "000000:-6", SEGMENT + "srt:AmericasMember", OPERATING)
        .fact(time, europe + "000000:-6", SEGMENT + "srt:EuropeMember", OPERATING)
        .fact(time, eliminated + "000000:-6", ELIMINATIONS);
  }

  private static InstanceBuilder twoQuarters() {
    InstanceBuilder instance = segments(InstanceBuilder.instance(), Q1, 3266, 2600, 670, -4);
    return segments(instance, Q1_BEFORE, 2922, 2300, 625, -3);
  }

  @Test
  void eliminationsInTotalAreWhatOperatingSegmentsLeaveOfRevenue() {
    ContentsView contents = contentsOf(twoQuarters());
    assertThat(contents.rows("revenue")).hasSize(2).allMatch(row -> row.contains("WORLD"));
    assertThat(contents.rows(GROSS))
        .contains(
            GROSS + " WORLD 2023-Q1 3266000000 USD",
            GROSS + " AMERICAS 2023-Q1 2600000000 USD",
            GROSS + " EUROPE 2023-Q1 670000000 USD");
    assertThat(contents.breakdowns())
        .containsExactlyInAnyOrder(
            GROSS + " 2023-Q1 AMERICAS+EUROPE and intersegment_elimination -4000000",
            GROSS + " 2022-Q1 AMERICAS+EUROPE and intersegment_elimination -3000000");
  }

  @Test
  void segmentsWithoutAPlaceAndCorporateAreFurtherRemainders() {
    InstanceBuilder instance = segments(InstanceBuilder.instance(), Q1, 3800, 2600, 670, -4);
    segments(instance, Q1_BEFORE, 3300, 2300, 625, -3);
    instance
        .fact(Q1, "514000000:-6", SEGMENT + "acme:ServicesMember", OPERATING)
        .fact(Q1_BEFORE, "368000000:-6", SEGMENT + "acme:ServicesMember", OPERATING)
        .fact(Q1, "20000000:-6", CORPORATE)
        .fact(Q1_BEFORE, "10000000:-6", CORPORATE);
    assertThat(contentsOf(instance).breakdowns())
        .contains(
            GROSS
                + " 2023-Q1 AMERICAS+EUROPE and corporate 20000000"
                + " and intersegment_elimination -4000000 and services 514000000");
  }

  @Test
  void regionsThatEliminationsDontExplainHaveNoWhole() {
    ContentsView contents =
        contentsOf(segments(InstanceBuilder.instance(), Q1, 3366, 2600, 670, -4));
    assertThat(contents.rows(GROSS))
        .containsExactlyInAnyOrder(
            GROSS + " AMERICAS 2023-Q1 2600000000 USD", GROSS + " EUROPE 2023-Q1 670000000 USD");
    assertThat(contents.breakdowns()).isEmpty();
  }

  @Test
  void segmentsThatMakeUpRevenueOnlyWithEliminationsAreBeforeThem() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "3266000000:-6")
                .segment("srt:AmericasMember", Q1, "2600000000:-6")
                .segment("srt:EuropeMember", Q1, "670000000:-6")
                .fact(Q1, "-4000000:-6", ELIMINATIONS));
    assertThat(contents.rows("revenue")).hasSize(1);
    assertThat(contents.breakdowns())
        .containsExactly(GROSS + " 2023-Q1 AMERICAS+EUROPE and intersegment_elimination -4000000");
  }

  @Test
  void regionsOfOtherFiguresThanSegmentsAreRevenueWhateverSegmentsEliminate() {
    ContentsView contents =
        contentsOf(
            InstanceBuilder.instance()
                .fact(Q1, "3266000000:-6")
                .region("country:US", Q1, "2000000000:-6")
                .region("srt:EuropeMember", Q1, "666000000:-6")
                .fact(Q1, "-4000000:-6", ELIMINATIONS));
    assertThat(contents.rows(GROSS)).isEmpty();
    assertThat(contents.rows("revenue")).hasSize(3);
  }

  @Test
  void aFactThatIsTheWholeOfBothMetricsIsCountedOnce() {
    ContentsView contents = contentsOf(segments(twoQuarters(), YEAR, 13000, 10400, 2620, -20));
    assertThat(contents.leftOut(LeftOutReason.YEAR)).isEqualTo(4);
  }

  @Test
  void aFourthQuarterLeavesTheEliminationsOfTheYearLessThoseOfNineMonths() {
    FilingSequence acme = FilingSequence.acme();
    acme.read(
        filing(1, "2023-10-20"),
        segments(InstanceBuilder.instance(), NINE_MONTHS, 9800, 7800, 2012, -12));
    ContentsView year =
        new ContentsView(
            acme.read(
                filing(2, "2024-02-20"),
                segments(InstanceBuilder.instance(), YEAR, 13000, 10400, 2620, -20)));
    assertThat(year.rows(GROSS))
        .containsExactlyInAnyOrder(
            GROSS + " WORLD 2023-Q4 3200000000 USD",
            GROSS + " AMERICAS 2023-Q4 2600000000 USD",
            GROSS + " EUROPE 2023-Q4 608000000 USD");
    assertThat(year.breakdowns())
        .contains(GROSS + " 2023-Q4 AMERICAS+EUROPE and intersegment_elimination -8000000");
  }

  @Test
  void shareShowsTotalRevenueAsTheWholeAndTheEliminationsByName() {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    FilingSequence.takeIn(
        FilingSequence.acme().read(filing(1, "2024-02-20"), twoQuarters()), wiring);
    try (Service service = new Service(wiring)) {
      String question = "company=acme&metric=" + GROSS + "&period=2023-Q1&region=";
      JsonNode share = service.get("/v1/comparisons/share?base=2022-Q1&" + question + "*").json();
      assertThat(share.get("rows"))
          .extracting(
              row -> row.get("region").textValue(),
              row -> row.at("/whole/value").longValue(),
              row -> row.at("/whole/origin").textValue(),
              row -> row.at("/share/value").doubleValue())
          .containsExactly(
              tuple("AMERICAS", 3_266_000_000L, "reported", 79.6080832823),
              tuple("EUROPE", 3_266_000_000L, "reported", 20.514390692));
      JsonNode named = share.at("/remainder/named/0");
      assertThat(named.get("name").textValue()).isEqualTo("Intersegment Elimination");
      assertThat(named.at("/value/value").intValue()).isEqualTo(-4_000_000);
      assertThat(share.get("findings")).isEmpty();
      JsonNode check = service.get("/v1/comparisons/check?" + question + "WORLD").json();
      assertThat(check.at("/rows/0/verdict").textValue()).isEqualTo("consistent");
      assertThat(service.get("/v1/comparisons/share?format=csv&" + question + "*").text())
          .contains("Intersegment Elimination");
      service.get("/v1/comparisons/share?format=svg&" + question + "*").expectStatus(200);
    }
  }

  @Test
  void oneSeriesNeverMixesSalesToThirdPartiesAndSalesBeforeEliminations() {
    FilingSequence acme = FilingSequence.acme();
    ContentsView net =
        new ContentsView(
            acme.read(
                filing(1, "2023-04-20"),
                InstanceBuilder.instance()
                    .fact(Q1_BEFORE, "2922000000:-6")
                    .segment("srt:AmericasMember", Q1_BEFORE, "2299000000:-6")
                    .segment("srt:EuropeMember", Q1_BEFORE, "623000000:-6")));
    ContentsView gross = new ContentsView(acme.read(filing(2, "2024-02-20"), twoQuarters()));
    assertThat(net.rows("revenue")).hasSize(3);
    assertThat(gross.rows("revenue")).allMatch(row -> row.contains("WORLD"));
    assertThat(gross.rows(GROSS)).hasSize(6);
  }

  /** A filing of Coca-Cola without its sales to third parties and its table by country. */
  private static byte[] segmentsOfCocaCola() {
    String filing =
        new String(PublishedData.bytes("sec/kinds/ko-20230630_htm.xml"), StandardCharsets.UTF_8);
    Set<String> geographical = new HashSet<>();
    Pattern.compile("<context id=\"(\\w+)\">(?:(?!</context>).)*StatementGeographicalAxis")
        .matcher(filing)
        .results()
        .forEach(one -> geographical.add("contextRef=\"%s\"".formatted(one.group(1))));
    return filing
        .lines()
        .filter(line -> !line.contains("RevenueforReportableSegments"))
        .filter(line -> geographical.stream().noneMatch(line::contains))
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void segmentsOfCocaColaBeforeEliminationsMakeUpRevenueWithThem() {
    ContentsView contents =
        new ContentsView(
            new FilingSequence("acme", "Acme", "0000021344")
                .read(
                    FilingSequence.filing(
                        "0000021344", "0000021344-23-000001", "10-Q", "2023-07-26", "2023-06-30"),
                    segmentsOfCocaCola()));
    assertThat(contents.rows("revenue")).allMatch(row -> row.contains("WORLD"));
    assertThat(contents.rows(GROSS))
        .contains(
            GROSS + " WORLD 2023-Q2 11972000000 USD",
            GROSS + " NORTH_AMERICA 2023-Q2 4367000000 USD",
            GROSS + " EMEA 2023-Q2 2188000000 USD",
            GROSS + " PACIFIC 2023-Q2 1567000000 USD");
    assertThat(contents.breakdowns())
        .contains(
            GROSS
                + " 2023-Q2 EMEA+LATAM+NORTH_AMERICA+PACIFIC and bottling_investments 2042000000"
                + " and corporate 30000000 and eliminations -365000000"
                + " and global_ventures 765000000");
  }
}
