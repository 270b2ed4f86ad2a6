package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.PublishedData;
import io.regionalmetrics.integration.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Netflix's and Apple's filings and Tesla's list, as they were filed. */
class RealFilingsTest {
  private static final String YEAR_2023 = "nflx-20231231_htm.xml";
  private static final String FIRST_2024 = "nflx-20240331_htm.xml";
  private static final String THIRD_2024 = "nflx-20240930_htm.xml";
  private static final String APPLE = "aapl-20230701_htm.xml";

  @Test
  void aQuarterOfNetflixHasFourRegionsOfStreamingTheWholeAndTheUnitedStates() {
    ContentsView contents =
        new ContentsView(FilingSequence.netflix().real(FIRST_2024, FilingSequence.NETFLIX_2024_Q1));
    assertThat(contents.rows())
        .contains(
            "revenue WORLD 2024-Q1 9370440000 USD",
            "revenue US 2024-Q1 3900000000 USD",
            "revenue-streaming UNITED_STATES_AND_CANADA 2024-Q1 4224315000 USD",
            "revenue-streaming EMEA 2024-Q1 2958193000 USD",
            "revenue-streaming LATAM 2024-Q1 1165008000 USD",
            "revenue-streaming APAC 2024-Q1 1022924000 USD",
            "revenue WORLD 2023-Q1 8161503000 USD",
            "revenue-streaming EMEA 2023-Q1 2517641000 USD")
        .hasSize(12);
    assertThat(contents.reading().leftOut()).isEmpty();
  }

  @Test
  void aYearAloneGivesNoQuarter() {
    FilingContents reading = FilingSequence.netflix().real(YEAR_2023, FilingSequence.NETFLIX_2023);
    assertThat(reading.documents()).isEmpty();
    assertThat(reading.observations()).isZero();
  }

  @Test
  void theFourthQuarterIsTheYearLessTheNineMonthsOfALaterFiling() {
    FilingSequence netflix = FilingSequence.netflix();
    netflix.real(YEAR_2023, FilingSequence.NETFLIX_2023);
    netflix.real(FIRST_2024, FilingSequence.NETFLIX_2024_Q1);
    ContentsView contents =
        new ContentsView(netflix.real(THIRD_2024, FilingSequence.NETFLIX_2024_Q3));
    assertThat(contents.derived())
        .contains(
            "revenue-streaming EMEA 2023-Q4 2783530000 USD, 2783529000 to 2783531000, by sec-0001065280-24-000287",
            "revenue WORLD 2023-Q4 8832825000 USD, 8832824000 to 8832826000, by sec-0001065280-24-000287",
            "revenue US 2023-Q4 3700000000 USD, 3600000000 to 3800000000, by sec-0001065280-24-000287",
            "revenue-streaming LATAM 2023-Q2 1077435000 USD, 1077433500 to 1077436500, by sec-0001065280-24-000287");
  }

  @Test
  void bothOperandsOfADifferenceAreNamed() {
    FilingSequence netflix = FilingSequence.netflix();
    netflix.real(YEAR_2023, FilingSequence.NETFLIX_2023);
    ContentsView contents =
        new ContentsView(netflix.real(THIRD_2024, FilingSequence.NETFLIX_2024_Q3));
    assertThat(contents.derivation("EMEA"))
        .isEqualTo(
            "the year to 2023-12-31 (sec-0001065280-24-000030) less the nine months to 2023-09-30 (sec-0001065280-24-000287)");
  }

  @Test
  void theFourthQuarterIsTheSameInAnyOrderOfFilings() {
    FilingSequence netflix = FilingSequence.netflix();
    netflix.real(THIRD_2024, FilingSequence.NETFLIX_2024_Q3);
    ContentsView contents = new ContentsView(netflix.real(YEAR_2023, FilingSequence.NETFLIX_2023));
    assertThat(contents.derived())
        .contains(
            "revenue-streaming EMEA 2023-Q4 2783530000 USD, 2783529000 to 2783531000, by sec-0001065280-24-000287");
  }

  @Test
  void membershipsComeFromInstants() {
    FilingSequence netflix = FilingSequence.netflix().wanting(FilingSequence.MEMBERSHIPS);
    assertThat(
            new ContentsView(netflix.real(YEAR_2023, FilingSequence.NETFLIX_2023))
                .rows("paid-memberships"))
        .contains(
            "paid-memberships EMEA 2023-Q4 88813000 memberships",
            "paid-memberships UNITED_STATES_AND_CANADA 2022-Q4 74296000 memberships",
            "paid-memberships APAC 2021-Q4 32632000 memberships")
        .hasSize(12);
  }

  @Test
  void additionsMayBeNegative() {
    FilingSequence netflix = FilingSequence.netflix().wanting(FilingSequence.ADDITIONS);
    assertThat(
            new ContentsView(netflix.real(THIRD_2024, FilingSequence.NETFLIX_2024_Q3))
                .rows("paid-net-additions"))
        .contains("paid-net-additions LATAM 2024-Q3 -68000 memberships");
  }

  @Test
  void hedgesAreLeftOutAndCounted() {
    ContentsView contents =
        new ContentsView(FilingSequence.netflix().real(THIRD_2024, FilingSequence.NETFLIX_2024_Q3));
    assertThat(contents.leftOut(LeftOutReason.FURTHER_DIMENSION)).isEqualTo(6);
  }

  @Test
  void applesRegionsAreSegmentsAndItsProductsAreLeftOut() {
    ContentsView contents =
        new ContentsView(FilingSequence.apple().real(APPLE, FilingSequence.APPLE));
    assertThat(contents.rows())
        .contains(
            "revenue WORLD 2023-Q2 81797000000 USD",
            "revenue JP 2023-Q2 4821000000 USD",
            "revenue AMERICAS 2023-Q2 35383000000 USD",
            "revenue EUROPE 2023-Q2 20205000000 USD",
            "revenue GREATER_CHINA 2023-Q2 15758000000 USD",
            "revenue REST_OF_ASIA_PACIFIC 2023-Q2 5630000000 USD",
            "revenue JP 2022-Q2 5446000000 USD")
        .hasSize(12);
    assertThat(contents.leftOut(LeftOutReason.PRODUCT_WITHOUT_REGION)).isEqualTo(28);
  }

  @Test
  void applesSegmentsMakeUpTheWholeOfBothQuarters() {
    ContentsView contents =
        new ContentsView(FilingSequence.apple().real(APPLE, FilingSequence.APPLE));
    assertThat(contents.breakdowns())
        .containsExactlyInAnyOrder(
            "revenue 2023-Q2 AMERICAS+EUROPE+GREATER_CHINA+JP+REST_OF_ASIA_PACIFIC",
            "revenue 2022-Q2 AMERICAS+EUROPE+GREATER_CHINA+JP+REST_OF_ASIA_PACIFIC");
    assertThat(contents.regions())
        .contains("{\"id\":\"GREATER_CHINA\",\"company\":\"apple\",\"name\":\"Greater China\"}");
  }

  @Test
  void theSourceIsTheFiling() {
    JsonNode source =
        new ContentsView(FilingSequence.apple().real(APPLE, FilingSequence.APPLE)).source();
    assertThat(source.get("id").textValue()).isEqualTo("sec-0000320193-23-000077");
    assertThat(source.get("title").textValue()).isEqualTo("Apple 10-Q 2023-07-01");
    assertThat(source.get("publisher").textValue()).isEqualTo("Apple Inc.");
    assertThat(source.get("published").textValue()).isEqualTo("2023-08-04");
    assertThat(source.get("kind").textValue()).isEqualTo("filing");
  }

  @Test
  void ingestedFilingsAnswerAndIngestingThemAgainChangesNothing() {
    FilingSequence netflix =
        FilingSequence.netflix().wanting(FilingSequence.MEMBERSHIPS, FilingSequence.ADDITIONS);
    FilingContents year = netflix.real(YEAR_2023, FilingSequence.NETFLIX_2023);
    FilingContents first = netflix.real(FIRST_2024, FilingSequence.NETFLIX_2024_Q1);
    FilingContents third = netflix.real(THIRD_2024, FilingSequence.NETFLIX_2024_Q3);
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    FilingSequence.takeIn(year, wiring);
    FilingSequence.takeIn(first, wiring);
    FilingSequence.takeIn(third, wiring);
    try (Service service = new Service(wiring)) {
      Service.Reply growth =
          service.get(
              "/v1/comparisons/growth?company=netflix&metric=revenue-streaming&region=EMEA&period=2024-Q1&base=2023-Q4");
      assertThat(growth.at("/rows/0/value/value").decimalValue())
          .isEqualByComparingTo("2958193000");
      assertThat(growth.at("/rows/0/base/value").decimalValue()).isEqualByComparingTo("2783530000");
      assertThat(growth.at("/rows/0/base/origin").textValue()).isEqualTo("derived");
      // In 2024 streaming was all of the revenue. In 2023 there were DVDs, too.
      String share =
          "/v1/comparisons/share?company=netflix&metric=revenue-streaming&region=EMEA&period=";
      assertThat(service.get(share + "2024-Q1").at("/rows/0/whole/value").decimalValue())
          .isEqualByComparingTo("9370440000");
      assertThat(service.get(share + "2023-Q1").at("/rows/0/whole/missing").textValue())
          .isEqualTo("no-observation");
      assertThat(FilingSequence.takeIn(third, wiring)).isEqualTo(third.observations());
    }
  }

  @Test
  void applesFilingIsIngestedAndItsRegionsHaveShares() {
    FilingContents quarter = FilingSequence.apple().real(APPLE, FilingSequence.APPLE);
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    FilingSequence.takeIn(quarter, wiring);
    try (Service service = new Service(wiring)) {
      Service.Reply share =
          service.get("/v1/comparisons/share?company=apple&metric=revenue&region=*&period=2023-Q2");
      assertThat(share.at("/rows")).hasSize(5);
      assertThat(share.at("/rows/0/whole/value").decimalValue())
          .isEqualByComparingTo("81797000000");
    }
  }

  @Test
  void teslasListNamesItsReports() throws IOException {
    Submissions list =
        SubmissionsReader.read(
            new ByteArrayInputStream(PublishedData.bytes("sec/tesla-submissions.json")),
            LocalDate.of(2022, 1, 1));
    assertThat(list.cik()).isEqualTo("0001318605");
    assertThat(list.name()).isEqualTo("Tesla, Inc.");
    assertThat(list.filings())
        .extracting(Filing::form)
        .contains("10-K", "10-Q")
        .allMatch(Filing::isReport);
    assertThat(list.filings()).allMatch(filing -> filing.extractedInstance().isPresent());
    assertThat(list.olderPages())
        .extracting(Submissions.OlderPage::name)
        .containsExactly("CIK0001318605-submissions-001.json");
    assertThat(list.olderPages()).noneMatch(page -> page.reaches(LocalDate.of(2022, 1, 1)));
  }
}
