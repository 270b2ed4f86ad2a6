package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Versioned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearQuarter;

/** A mistyped quarter is refused; one that is stored from before breaks no question. */
class MistypedQuartersTest {
  private static final String LATEST =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=latest";
  private static final String CHECK = "/v1/comparisons/check?company=twitter";

  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Store store = new Store(wiring.client(), wiring.table(), wiring.clock());
  private final Service service = new Service(wiring);

  @BeforeEach
  void storeQuarterThatIsRight() {
    service.withDocument(
        DocumentBuilder.company("right", "2018-04-30")
            .defined()
            .level("revenue", "JP", "2017-Q4", "10", 0)
            .level("revenue", "WORLD", "2017-Q4", "30", 0)
            .growth("revenue", "JP", "2017-Q4", "yoy", "25")
            .json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-Q4", "9017-Q4", "2020-Q3", "1899-Q4", "1017-Q4"})
  void quarterFarFromItsPublicationIsRefused(String period) {
    Service.Reply reply = service.post(level("typo", "2018-05-01", period)).expectStatus(422);
    assertThat(invalid(reply.json())).containsExactly("observations[0].period");
    assertThat(reply.text())
        .contains(period)
        .contains("use a quarter from 1900-Q1 to 2020-Q2, status F for a forecast");
    assertThat(latestQuarter()).isEqualTo("2017-Q4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-Q2", "1900-Q1"})
  void quarterWithinTheLimitsIsTaken(String period) {
    service.withDocument(level("early", "2018-05-01", period));
  }

  @Test
  void forecastMayBeOfAnyQuarter() {
    service.withDocument(observation("forecast", "2018-05-01", "2030-Q4", "\"F\", \"value\": 12"));
  }

  @Test
  void csvNamesTheRowOfTheMistypedQuarter() {
    Service.Reply reply =
        service.postCsv(
            """
            company,metric,region,period,value,decimals,source_id,source_title,source_publisher,source_published,source_kind
            twitter,revenue,JP,2017-Q3,9,0,table,Table,Twitter,2018-05-01,company
            twitter,revenue,JP,2107-Q4,9,0,table,Table,Twitter,2018-05-01,company
            """);
    assertThat(invalid(reply.expectStatus(422).json())).containsExactly("row 3.period");
  }

  @Test
  void mistypedQuarterThatIsNotStoredCannotBeWithdrawn() {
    Service.Reply reply = service.post(withdrawal("2107-Q4")).expectStatus(422);
    assertThat(invalid(reply.json())).containsExactly("observations[0].period");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-Q4", "9017-Q4", "1017-Q4"})
  void mistypedQuarterStoredBeforeIsWithdrawn(String period) {
    storeAsBefore(period);
    service.withDocument(withdrawal(period));
    service.withDocument(withdrawal(period));
    assertThat(latestQuarter()).isEqualTo("2017-Q4");
    assertCheckFindsTheGrowth();
  }

  @Test
  void latestFindsEarlierQuartersBehindSeveralMistypedOnes() {
    storeAsBefore("2107-Q4");
    storeAsBefore("9017-Q4");
    assertThat(latestQuarter()).isEqualTo("9017-Q4");
    service.withDocument(withdrawal("9017-Q4"));
    assertThat(latestQuarter()).isEqualTo("2107-Q4");
    assertThat(service.get(LATEST.replace("JP", "WORLD")).expectStatus(200).at("/question/period"))
        .hasToString("\"2017-Q4\"");
    assertCheckFindsTheGrowth();
  }

  @Test
  void checkOfManyRegionsIsNotSlowedByMistypedQuarters() {
    storeAsBefore("9017-Q4");
    assertThat(service.get(CHECK + "&currency=EUR").status()).isEqualTo(200);
    assertThat(service.get(CHECK + "&metric=revenue&region=JP,WORLD").status()).isEqualTo(200);
  }

  @Test
  void seriesAndItsPictureWorkWithMistypedQuarters() {
    storeAsBefore("9017-Q4");
    String series = "/v1/series?company=twitter&metric=revenue&region=JP";
    service.get(series).expectStatus(200);
    service.get(series + "&format=csv").expectStatus(200);
    assertThat(service.get(series + "&format=svg").status()).isLessThan(500);
    service.withDocument(withdrawal("9017-Q4"));
    assertThat(service.get(series).at("/question/endPeriod")).hasToString("\"2017-Q4\"");
  }

  private void assertCheckFindsTheGrowth() {
    Service.Reply reply = service.get(CHECK).expectStatus(200);
    assertThat(reply.json().at("/rows"))
        .anySatisfy(row -> assertThat(row.at("/period")).hasToString("\"2017-Q4\""));
  }

  private String latestQuarter() {
    return service.get(LATEST).expectStatus(200).at("/question/period").textValue();
  }

  private static String level(String source, String published, String period) {
    return observation(source, published, period, "\"A\", \"value\": 11, \"decimals\": 0");
  }

  private static String withdrawal(String period) {
    return observation("withdraw-" + period.toLowerCase(), "2018-05-04", period, "\"O\"");
  }

  private static String observation(String source, String published, String period, String status) {
    return DocumentBuilder.company(source, published)
        .observation(
            """
            {"company": "twitter", "metric": "revenue", "region": "JP", "period": "%s", "status": %s}\
            """
                .formatted(period, status))
        .json();
  }

  /** Stores a figure as the service did before it refused mistyped quarters. */
  private void storeAsBefore(String period) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    Vintage vintage = vintage(YearQuarter.parse(period));
    QuarterKey key = vintage.cell().quarter();
    Versioned<CompanyRecord> company =
        store.companiesToWrite(List.of("twitter"), deadline).values().iterator().next();
    store.write(company.value().covering(vintage.observation()), company.version(), deadline);
    store.write(MetricQuarter.empty(key).with(vintage), 0, deadline);
  }

  private static Vintage vintage(YearQuarter period) {
    QuarterKey key = new QuarterKey("twitter", "revenue", period);
    Observation observation =
        new Observation(
            new Cell(key, "JP", Measure.LEVEL, new Unit("USD")),
            Optional.of(BigDecimal.valueOf(11)),
            new Precision.Decimals(0),
            Status.NORMAL,
            Optional.empty(),
            Optional.empty());
    return new Vintage(
        observation,
        new Source(
            "typo-" + period.toString().toLowerCase(),
            "A mistyped quarter",
            "Twitter",
            Optional.empty(),
            LocalDate.parse("2018-05-01"),
            SourceKind.COMPANY));
  }
}
