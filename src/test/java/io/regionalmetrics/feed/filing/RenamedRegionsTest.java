package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A region that a company calls otherwise is one region, if its filings prove it. */
class RenamedRegionsTest {
  private static final String Q1_2023 = "2023-01-01/2023-03-31";
  private static final String Q2_2023 = "2023-04-01/2023-06-30";
  private static final String H1_2023 = "2023-01-01/2023-06-30";
  private static final String M9_2023 = "2023-01-01/2023-09-30";
  private static final String Y_2021 = "2021-01-01/2021-12-31";
  private static final String Y_2022 = "2022-01-01/2022-12-31";
  private static final String Y_2023 = "2023-01-01/2023-12-31";
  private static final String Q2_2024 = "2024-04-01/2024-06-30";
  private static final String H1_2024 = "2024-01-01/2024-06-30";
  private static final String EUROPE = "acme:EuropeSegmentMember";
  private static final String EMEA = "acme:EMEASegmentMember";
  private static final String GROWTH =
      "comparisons/growth?company=acme&metric=revenue&period=2024-Q2&region=";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);
  private final FilingSequence acme = FilingSequence.acme();

  private record Filed(String accession, String form, String day, InstanceBuilder instance) {}

  @AfterEach
  void stop() {
    service.close();
  }

  private void take(Filed... filings) {
    for (Filed one : filings) {
      Filing filing =
          FilingSequence.filing(
              InstanceBuilder.CIK, one.accession(), one.form(), one.day(), one.day());
      FilingContents contents = acme.read(filing, one.instance());
      FilingSequence.takeIn(contents, wiring);
      acme.define(contents, wiring);
    }
  }

  private JsonNode ask(String question) {
    return service.get("/v1/" + question).expectStatus(200).json();
  }

  private Map<String, String> renamed() {
    return RenamingProof.of(acme.history()).ids();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private List<JsonNode> allRegions() {
    return ask("regions?company=acme").get("regions").valueStream().toList();
  }

  private JsonNode region(String id) {
    return allRegions().stream()
        .filter(region -> region.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> ids() {
    return allRegions().stream().map(region -> region.get("id").textValue()).toList();
  }

  private static InstanceBuilder regions(String period, String us, String member, String value) {
    return add(InstanceBuilder.instance(), period, us, member, value);
  }

  /** Adds the United States, another region, and the whole, in millions. */
  private static InstanceBuilder add(
      InstanceBuilder instance, String period, String us, String member, String value) {
    int whole = Integer.parseInt(us) + Integer.parseInt(value);
    return instance
        .fact(period, millions(Integer.toString(whole)))
        .region("country:US", period, millions(us))
        .region(member, period, millions(value));
  }

  private static String millions(String value) {
    return value + "000000:-6";
  }

  private static Filed second2023(InstanceBuilder instance) {
    return new Filed("0000000042-23-000002", "10-Q", "2023-08-01", instance);
  }

  private static Filed second2024(InstanceBuilder instance) {
    return new Filed("0000000042-24-000002", "10-Q", "2024-08-01", instance);
  }

  private static Filed europe2023() {
    return second2023(add(regions(Q2_2023, "500", EUROPE, "300"), H1_2023, "1000", EUROPE, "590"));
  }

  private static InstanceBuilder emea(String quarterBefore, String halfYearBefore) {
    InstanceBuilder instance = regions(Q2_2024, "550", EMEA, "330");
    add(instance, H1_2024, "1100", EMEA, "640");
    add(instance, Q2_2023, "500", EMEA, quarterBefore);
    return add(instance, H1_2023, "1000", EMEA, halfYearBefore);
  }

  private static Filed emea2024() {
    return second2024(emea("300", "590"));
  }

  private static List<String> regionsOf(JsonNode answer) {
    return StreamSupport.stream(answer.get("rows").spliterator(), false)
        .map(row -> row.get("region").textValue())
        .toList();
  }

  private int growth(String region) {
    return ask(GROWTH + region).at("/rows/0/growth/value").intValue();
  }

  @Test
  void regionThatIsRenamedKeepsItsIdAndHasBothNames() {
    take(europe2023(), emea2024());
    JsonNode region = region("EUROPE");
    assertThat(region.get("name").textValue()).isEqualTo("Europe, Middle East and Africa");
    assertThat(texts(region.get("aliases"))).containsExactly("EMEA");
    assertThat(texts(region.get("formerNames"))).containsExactly("Europe");
    assertThat(ids()).doesNotContain("EMEA");
  }

  @Test
  void questionsUseEitherName() {
    take(europe2023(), emea2024());
    assertThat(growth("EUROPE")).isEqualTo(10);
    assertThat(growth("EMEA")).isEqualTo(10);
  }

  @Test
  void seriesOfRenamedRegionRunsThrough() {
    take(
        new Filed(
            "0000000042-23-000001", "10-Q", "2023-05-01", regions(Q1_2023, "500", EUROPE, "290")),
        europe2023(),
        emea2024());
    JsonNode rows = ask("series?company=acme&metric=revenue&region=EUROPE").get("rows");
    assertThat(StreamSupport.stream(rows.spliterator(), false))
        .filteredOn(row -> row.at("/value/value").isNumber())
        .extracting(row -> row.get("period").textValue())
        .containsExactly("2023-Q1", "2023-Q2", "2024-Q1", "2024-Q2");
  }

  @Test
  void allRegionsHaveRenamedOneOnce() {
    take(europe2023(), emea2024());
    JsonNode share =
        ask("comparisons/share?company=acme&metric=revenue&region=*&period=2024-Q2&base=yoy");
    assertThat(regionsOf(share)).containsExactly("US", "EUROPE");
    assertThat(share.path("findings").findValuesAsText("code")).doesNotContain("breakdown-changed");
  }

  static Stream<List<Integer>> orders() {
    return Stream.of(
        List.of(0, 1, 2),
        List.of(0, 2, 1),
        List.of(1, 0, 2),
        List.of(1, 2, 0),
        List.of(2, 0, 1),
        List.of(2, 1, 0, 1, 2));
  }

  private static List<Filed> threeReports() {
    return List.of(
        new Filed(
            "0000000042-23-000001",
            "10-K",
            "2023-02-01",
            add(regions(Y_2022, "2000", EUROPE, "1100"), Y_2021, "1900", EUROPE, "1000")),
        new Filed(
            "0000000042-23-000003", "10-Q", "2023-11-01", regions(M9_2023, "1500", EUROPE, "900")),
        new Filed(
            "0000000042-24-000001",
            "10-K",
            "2024-02-01",
            add(
                add(regions(Y_2023, "2100", EMEA, "1230"), Y_2022, "2000", EMEA, "1100"),
                Y_2021,
                "1900",
                EMEA,
                "1000")));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void fourthQuarterFollowsFromYearAndNineMonthsUnderDifferentNames(List<Integer> order) {
    order.forEach(index -> take(threeReports().get(index)));
    JsonNode share = ask("comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q4");
    assertThat(regionsOf(share)).containsExactly("US", "EUROPE");
    assertThat(share.at("/rows/1/value/value").longValue()).isEqualTo(330_000_000);
    assertThat(share.at("/rows/1/whole/value").longValue()).isEqualTo(930_000_000);
    assertThat(texts(region("EUROPE").get("aliases"))).containsExactly("EMEA");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void idIsThatOfTheOldestFilingInAnyOrder(List<Integer> order) {
    order.forEach(index -> take(threeReports().get(index)));
    assertThat(renamed()).containsExactly(Map.entry("EMEA", "EUROPE"));
  }

  /** Adds the United States, another region, and a service that is no region, of 100 million. */
  private static InstanceBuilder withServices(
      InstanceBuilder instance, String period, String us, String member, String value) {
    int whole = Integer.parseInt(us) + Integer.parseInt(value) + 100;
    return instance
        .fact(period, millions(Integer.toString(whole)))
        .segment("acme:UnitedStatesMember", period, millions(us))
        .segment(member, period, millions(value))
        .segment("acme:ServicesMember", period, millions("100"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void whatIsLeftBesideRenamedRegionsIsNoRegion(List<Integer> order) {
    InstanceBuilder year2022 =
        withServices(InstanceBuilder.instance(), Y_2022, "2000", EUROPE, "1100");
    InstanceBuilder year2023 =
        withServices(InstanceBuilder.instance(), Y_2023, "2100", EMEA, "1230");
    List<Filed> filings =
        List.of(
            new Filed(
                "0000000042-23-000001",
                "10-K",
                "2023-02-01",
                withServices(year2022, Y_2021, "1900", EUROPE, "1000")),
            new Filed(
                "0000000042-23-000003",
                "10-Q",
                "2023-11-01",
                withServices(InstanceBuilder.instance(), M9_2023, "1500", EUROPE, "900")),
            new Filed(
                "0000000042-24-000001",
                "10-K",
                "2024-02-01",
                withServices(
                    withServices(year2023, Y_2022, "2000", EMEA, "1100"),
                    Y_2021,
                    "1900",
                    EMEA,
                    "1000")));
    order.forEach(index -> take(filings.get(index)));
    JsonNode share = ask("comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q4");
    assertThat(regionsOf(share)).containsExactly("US", "EUROPE");
  }

  @Test
  void onePeriodIsNotEnough() {
    take(europe2023(), second2024(regions(Q2_2023, "500", EMEA, "300")));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void periodThatContradictsRefutes() {
    take(
        second2023(
            add(
                add(regions(Q2_2023, "500", EUROPE, "300"), H1_2023, "1000", EUROPE, "590"),
                Y_2022,
                "2000",
                EUROPE,
                "1100")),
        second2024(add(emea("300", "590"), Y_2022, "2000", EMEA, "1110")));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void namesThatOneFilingTellsSideBySideAreTwoRegions() {
    take(
        second2023(
            emea("300", "590")
                .region(EUROPE, Q2_2023, millions("300"))
                .region(EUROPE, H1_2023, millions("590"))));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void filingThatTellsBothNamesRefutesOthers() {
    take(europe2023(), emea2024());
    assertThat(renamed()).isNotEmpty();
    take(
        new Filed(
            "0000000042-24-000003",
            "10-Q",
            "2024-11-01",
            InstanceBuilder.instance()
                .region(EMEA, "2024-07-01/2024-09-30", millions("340"))
                .region(EUROPE, "2024-07-01/2024-09-30", millions("200"))));
    assertThat(renamed()).isEmpty();
    assertThat(region("EUROPE").path("aliases").isMissingNode()).isTrue();
    assertThat(ids()).contains("EMEA");
  }

  @Test
  void regionThatAgreesWithTwoOthersIsNeither() {
    take(
        second2023(
            add(regions(Q2_2023, "500", EUROPE, "300"), H1_2023, "1000", EUROPE, "590")
                .region("acme:NordicsMember", Q2_2023, millions("300"))
                .region("acme:NordicsMember", H1_2023, millions("590"))),
        emea2024());
    assertThat(renamed()).isEmpty();
  }

  @Test
  void regionsThatSwapTheirFiguresStayTwo() {
    take(
        second2023(
            regions(Q2_2023, "300", EUROPE, "300")
                .region("acme:AsiaMember", Q2_2023, millions("200"))),
        second2024(
            regions(Q2_2023, "300", EUROPE, "200")
                .region("acme:AsiaMember", Q2_2023, millions("300"))));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void smallNumbersThatAgreeProveNothing() {
    take(
        second2023(add(regions(Q2_2023, "500", EUROPE, "12"), H1_2023, "1000", EUROPE, "25")),
        second2024(emea("12", "25")));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void figuresThatAreRoundedDifferentlyAgree() {
    take(
        second2023(
            InstanceBuilder.instance()
                .region(EUROPE, Q2_2023, "300123000:-3")
                .region(EUROPE, H1_2023, "589876000:-3")),
        emea2024());
    assertThat(renamed()).containsExactly(Map.entry("EMEA", "EUROPE"));
  }

  @Test
  void countryIsNeverRenamed() {
    take(
        second2023(
            add(
                regions(Q2_2023, "500", "country:DE", "300"),
                H1_2023,
                "1000",
                "country:DE",
                "590")),
        emea2024());
    assertThat(renamed()).isEmpty();
  }

  @Test
  void whatIsLeftIsOnlyRenamedToWhatIsLeft() {
    String international = "acme:InternationalMember";
    take(
        second2023(
            add(
                regions(Q2_2023, "500", international, "300"),
                H1_2023,
                "1000",
                international,
                "590")),
        emea2024());
    assertThat(renamed()).isEmpty();
  }

  /** The revenue of one product, as both filings tell it, under one name of the region. */
  private static InstanceBuilder streaming(InstanceBuilder instance, String member) {
    for (String figure : List.of(Q2_2023 + "=300", H1_2023 + "=590")) {
      String[] parts = figure.split("=", -1);
      instance.fact(
          parts[0],
          millions(parts[1]),
          "srt:ProductOrServiceAxis=acme:StreamingMember",
          "srt:StatementGeographicalAxis=" + member);
    }
    return instance;
  }

  @Test
  void equalRevenueOfOneProductProvesNothingBesideTotalRevenue() {
    take(
        second2023(streaming(regions(Q2_2023, "500", EUROPE, "310"), EUROPE)),
        second2024(streaming(regions(Q2_2024, "550", EMEA, "320"), EMEA)));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void equalRevenueOfOneProductIsProofWhereNothingElseIsTold() {
    take(
        second2023(streaming(InstanceBuilder.instance(), EUROPE)),
        second2024(streaming(InstanceBuilder.instance(), EMEA)));
    assertThat(renamed()).containsExactly(Map.entry("EMEA", "EUROPE"));
  }

  @Test
  void partsOfTheBusinessThatDifferRefute() {
    take(
        second2023(
            streaming(
                add(regions(Q2_2023, "500", EUROPE, "310"), H1_2023, "1000", EUROPE, "595"),
                EUROPE)),
        second2024(
            emea("310", "595")
                .fact(
                    Q2_2023,
                    millions("200"),
                    "srt:ProductOrServiceAxis=acme:StreamingMember",
                    "srt:StatementGeographicalAxis=" + EMEA)));
    assertThat(renamed()).isEmpty();
  }

  @Test
  void definitionThatNamesBothKeepsThemApart() {
    take(europe2023(), emea2024());
    service
        .post(
            """
            {"source": {"id": "note", "title": "Note", "publisher": "Note", "published": "2024-09-01", "kind": "press"},
             "regions": [{"id": "EMEA", "company": "acme", "name": "EMEA", "members": ["EUROPE", "ZA"]}],
             "observations": []}
            """)
        .expectStatus(200);
    assertThat(region("EUROPE").path("aliases").isMissingNode()).isTrue();
    assertThat(ids()).contains("EMEA");
  }

  @Test
  void historiesOfEarlierVersionsProveItToo() {
    take(europe2023(), emea2024());
    FilingHistory history = acme.history();
    FilingHistory earlier = FilingHistory.empty();
    history.sources().forEach(source -> earlier.add(source, history.fiscalYear(source.id())));
    history
        .series()
        .forEach(
            series -> history.stated(series).forEach(stated -> earlier.restore(series, stated)));
    assertThat(RenamingProof.of(earlier).ids()).containsExactly(Map.entry("EMEA", "EUROPE"));
  }

  private static String naming(String source, String published, String name) {
    return """
    {"source": {"id": "%s", "title": "Note", "publisher": "Note", "published": "%s", "kind": "press"},
     "companies": [{"id": "acme", "name": "Acme"}],
     "regions": [{"id": "PACIFIC", "company": "acme", "name": "%s"}],
     "observations": []}
    """
        .formatted(source, published, name);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void regionThatIsOnlyLabelledOtherwiseKeepsItsEarlierNames(List<Integer> order) {
    List<String> documents =
        List.of(
            naming("first", "2023-01-01", "Pacific"),
            naming("second", "2023-02-01", "Oceania"),
            naming("third", "2023-03-01", "Pacific and Oceania"));
    order.forEach(index -> service.post(documents.get(index)).expectStatus(200));
    assertThat(region("PACIFIC").get("name").textValue()).isEqualTo("Pacific and Oceania");
    assertThat(texts(region("PACIFIC").get("formerNames"))).containsExactly("Oceania", "Pacific");
  }

  @Test
  void nameThatIsOnlySpeltOtherwiseIsNoFormerName() {
    service.post(naming("first", "2023-01-01", "Asia Pacific")).expectStatus(200);
    service.post(naming("second", "2023-02-01", "Asia-Pacific")).expectStatus(200);
    assertThat(region("PACIFIC").path("formerNames").isMissingNode()).isTrue();
  }
}
