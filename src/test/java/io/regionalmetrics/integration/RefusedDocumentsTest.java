package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.function.Wiring;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals name each invalid row and field of a document, and nothing is stored. */
class RefusedDocumentsTest {
  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Service service = new Service(wiring);

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "value|\"106000000\"|400|the text '106000000' is not a number",
        "value|1e999|400|at most 34 digits",
        "value|1e-999|400|at most 34 digits",
        "value|1e99999999999|400|at most 34 digits",
        "value|1234567890123456789012345678901234567890|400|at most 34 digits",
        "value|true|400|true is not a number",
        "value|null|400|is missing",
        "value|-1|422|can't be below zero",
        "decimals|400|400|from -18 to 18",
        "decimals|-19|400|from -18 to 18",
        "decimals|1.5|400|a whole number",
        "decimals|\"-6\"|400|a whole number",
        "unit|\"XYZ\"|422|use USD, or put another currency code in its place",
        "unit|\"users\"|422|'users' is not a unit of revenue",
        "period|\"2017-12\"|400|a quarter, such as 2017-Q4",
        "period|\"2017-Q5\"|400|a quarter, such as 2017-Q4",
        "region|\"XX\"|422|neither a country code nor a defined region",
        "region|\"UK\"|422|did you mean 'GB'?",
        "region|\"jp\"|400|a valid region code",
        "region|\"\"|400|a valid region code",
        "company|\"twiter\"|422|not a known company",
        "metric|\"revenu\"|422|did you mean 'revenue'?",
        "measure|\"growth\"|400|one of level, yoy, qoq",
        "status|\"Z\"|400|a supported SDMX status",
        "status|\"O\"|400|must be left out with status O",
        "valeu|1|400|did you mean 'value'?",
        "low|1|400|give either decimals or low and high",
      })
  void badFieldOfARowIsNamed(String field, String value, int status, String reason) {
    String good =
        "\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"JP\", \"period\": \"2017-Q4\", \"value\": 106000000, \"decimals\": -6";
    String bad =
        good.contains("\"" + field + "\":")
            ? good.replaceAll(
                "\"" + field + "\": [^,]+", "\"" + field + "\": " + value.replace("\\", "\\\\"))
            : good + ", \"" + field + "\": " + value;
    Service.Reply reply =
        service
            .post(document().observation("{" + good + "}").observation("{" + bad + "}").json())
            .expectStatus(status);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(invalid(reply.json())).allMatch(name -> name.startsWith("observations[1]"));
    assertThat(reply.text()).contains(reason);
    assertNothingIsStored();
  }

  @Test
  void detailEndsTheFaultWithAFullStopOrAQuestionMarkButNeverWithBoth() {
    assertThat(detail("revenu", "JP"))
        .isEqualTo(
            "observations[0].metric: 'revenu' is not a known metric; did you mean 'revenue'? Nothing was stored.");
    assertThat(detail("revenue", "QQQQQQ"))
        .isEqualTo(
            "observations[0].region: 'QQQQQQ' is neither a country code nor a defined region. Nothing was stored.");
  }

  private String detail(String metric, String region) {
    String document = document().level(metric, region, "2017-Q4", "106000000", -6).json();
    return service.post(document).expectStatus(422).json().get("detail").textValue();
  }

  @Test
  void everyBadRowIsNamed() {
    Service.Reply reply =
        service
            .post(
                document()
                    .level("revenue", "JP", "2017-Q4", "106000000", -6)
                    .level("revenue", "XX", "2017-Q4", "106000000", -6)
                    .level("revenue", "JP", "2017-Q9", "106000000", -6)
                    .level("revenue", "US", "2017-Q4", "-1", 0)
                    .json())
            .expectStatus(400);
    assertThat(invalid(reply.json()))
        .containsExactlyInAnyOrder(
            "observations[1].region", "observations[2].period", "observations[3].value");
    assertNothingIsStored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "{\"source\": NaN}",
        "{\"a\": 1} {}",
        "{\"a\": 1, \"a\": 2}",
        "company,metric",
        "\u0000",
        "[[[[[[[[[[[[[[[[",
        "{\"source\": {\"a\": [[[[[[[[[[[[1]]]]]]]]]]]]}}"
      })
  void bodyThatIsNotAJsonObjectIsRefused(String body) {
    Service.Reply reply = service.post(body).expectStatus(400);
    assertThat(invalid(reply.json())).containsExactly("body");
  }

  @Test
  void brokenUtf8IsRefused() {
    byte[] body =
        document()
            .level("revenue", "JP", "2017-Q4", "1", 0)
            .json()
            .getBytes(StandardCharsets.ISO_8859_1);
    body[20] = (byte) 0xC3;
    service.post(body, "application/json").expectStatus(400);
    assertNothingIsStored();
  }

  @Test
  void documentWithoutContentIsRefused() {
    assertThat(invalid(service.post("{}").json())).containsExactly("source");
    Service.Reply reply =
        service.post(DocumentBuilder.press("paper", "2018-03-01").json()).expectStatus(400);
    assertThat(reply.text()).contains("the document is empty");
  }

  @Test
  void documentOfTooManyRowsIsRefused() {
    DocumentBuilder many = document();
    IntStream.range(0, 5_001).forEach(i -> many.observation("{}"));
    Service.Reply reply = service.post(many.json()).expectStatus(413);
    assertThat(reply.text()).contains("5001").contains("5000").contains("split it into several");
  }

  @Test
  void bodyOverTwoMegabytesIsRefused() {
    Service.Reply reply =
        service.post("{\"source\": \"" + "x".repeat(2_000_000) + "\"}").expectStatus(413);
    assertThat(invalid(reply.json())).containsExactly("body");
  }

  @Test
  void otherMediaTypesAreRefused() {
    service
        .post("x=1".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded")
        .expectStatus(415);
    service
        .post("{}".getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-16")
        .expectStatus(415);
  }

  @Test
  void rowThatContradictsAnotherIsNamed() {
    Service.Reply reply =
        service
            .post(
                document()
                    .level("revenue", "JP", "2017-Q4", "106000000", -6)
                    .level("revenue", "JP", "2017-Q4", "107000000", -6)
                    .json())
            .expectStatus(409);
    assertThat(invalid(reply.json())).containsExactly("observations[1]");
    assertNothingIsStored();
  }

  @Test
  void sourceThatChangesItsStatementOnTheSameDayIsRefused() {
    service.post(document().level("revenue", "JP", "2017-Q4", "106000000", -6).json());
    Service.Reply reply =
        service
            .post(
                document()
                    .level("revenue", "JP", "2017-Q4", "107000000", -6)
                    .level("revenue", "US", "2017-Q4", "1", 0)
                    .json())
            .expectStatus(409);
    assertThat(invalid(reply.json())).containsExactly("observations[0]");
    assertThat(
            service
                .get(
                    "/v1/comparisons/regions?company=twitter&metric=revenue&region=JP,US&period=2017-Q4")
                .json()
                .at("/rows")
                .findValuesAsText("missing"))
        .contains("no-observation");
  }

  @Test
  void sameSourceOnALaterDayIsAVintage() {
    service.post(document().level("revenue", "JP", "2017-Q4", "106000000", -6).json());
    String later =
        document()
            .level("revenue", "JP", "2017-Q4", "107000000", -6)
            .json()
            .replace("2018-03-01", "2018-03-02");
    assertThat(service.post(later).json().toString())
        .isEqualTo("{\"observations\":1,\"added\":0,\"revised\":1,\"unchanged\":0,\"quarters\":1}");
  }

  @Test
  void idOfAnotherSourceIsRefused() {
    service.post(document().level("revenue", "JP", "2017-Q4", "106000000", -6).json());
    Service.Reply reply =
        service
            .post(
                DocumentBuilder.of("paper", "2018-03-01", "press", "Somebody else")
                    .level("revenue", "US", "2017-Q4", "1", 0)
                    .json())
            .expectStatus(409);
    assertThat(invalid(reply.json())).containsExactly("source");
    assertThat(reply.text()).contains("Reuters");
  }

  @Test
  void ratioOfAnUnknownNumeratorIsRefused() {
    Service.Reply reply =
        service
            .post(
                DocumentBuilder.press("paper", "2018-03-01")
                    .with(
                        "\"metrics\": [{\"id\": \"users\", \"name\": \"Users\", \"kind\": \"stock\", \"unit\": \"users\"}, {\"id\": \"arpu\", \"name\": \"ARPU\", \"kind\": \"ratio\", \"unit\": \"USD/user\", \"numerator\": \"revenue\", \"denominator\": \"users\"}]")
                    .json())
            .expectStatus(422);
    assertThat(invalid(reply.json())).containsExactly("metrics[1].numerator");
  }

  @Test
  void regionsDefinedInACircleAreRefusedWithTheirPath() {
    Service.Reply reply =
        service
            .post(
                document()
                    .with(
                        "\"regions\": [{\"id\": \"A\", \"name\": \"A\", \"members\": [\"B\"]}, {\"id\": \"B\", \"name\": \"B\", \"members\": [\"C\"]}, {\"id\": \"C\", \"name\": \"C\", \"members\": [\"A\"]}]")
                    .json())
            .expectStatus(422);
    assertThat(reply.text()).contains("A > B > C > A");
  }

  @Test
  void residualThatOverlapsItselfIsRefused() {
    Service.Reply reply =
        service
            .post(document().region("OTHER", "\"residual\": \"WORLD-US-US\"").json())
            .expectStatus(422);
    assertThat(invalid(reply.json())).containsExactly("regions[0].residual");
    service.post(document().region("OTHER", "\"residual\": \"WORLD-\"").json()).expectStatus(400);
  }

  @Test
  void textLengthCountsCodePoints() {
    String note = "\uD83D\uDCC8".repeat(1000);
    String row =
        "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"JP\", \"period\": \"2017-Q4\", \"value\": 1, \"note\": \"%s\"}";
    service.post(document().observation(row.formatted(note)).json()).expectStatus(200);
    service.post(document().observation(row.formatted(note + "x")).json()).expectStatus(400);
  }

  @Test
  void regionThatIsItsOwnMemberIsRefused() {
    Service.Reply reply =
        service
            .post(
                document()
                    .with("\"regions\": [{\"id\": \"A\", \"name\": \"A\", \"members\": [\"A\"]}]")
                    .json())
            .expectStatus(422);
    assertThat(reply.text()).contains("A > A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NA|North America|NORTH_AMERICA|Namibia",
        "LA|Latin America|LATIN_AMERICA|Laos",
        "AF|Rest of Africa & Middle East|REST_OF_AFRICA_MIDDLE_EAST|Afghanistan",
        "SA|\u5357\u7f8e|SA_REGION|Saudi Arabia"
      })
  void codeOfACountryCannotMeanAnotherRegion(String id, String name, String free, String country) {
    for (String owner : new String[] {"", ", \"company\": \"twitter\""}) {
      Service.Reply reply =
          service
              .post(
                  document()
                      .with(
                          "\"regions\": [{\"id\": \"%s\", \"name\": \"%s\"%s}]"
                              .formatted(id, name, owner))
                      .json())
              .expectStatus(409);
      assertThat(invalid(reply.json())).containsExactly("regions[0].id");
      assertThat(reply.text())
          .contains("ISO 3166-1 code of " + country)
          .contains("use another id, such as " + free);
      assertNothingIsStored();
    }
  }

  @Test
  void countryMayBeDefinedAsItself() {
    service.withDocument(
        document()
            .with(
                """
                "regions": [{"id": "US", "name": "United States of America", "aliases": ["USA"]}]
                """)
            .json());
  }

  @Test
  void definitionThatContradictsAKnownOneIsRefused() {
    service.post(document().region("INTERNATIONAL", "\"residual\": \"WORLD-US\"").json());
    Service.Reply region =
        service
            .post(document().region("INTERNATIONAL", "\"residual\": \"WORLD-JP\"").json())
            .expectStatus(409);
    assertThat(region.text()).contains("WORLD-US").contains("WORLD-JP");
    Service.Reply metric =
        service
            .post(
                DocumentBuilder.press("paper-2", "2018-03-01")
                    .with(
                        "\"metrics\": [{\"id\": \"users\", \"name\": \"Users\", \"kind\": \"flow\", \"unit\": \"users\"}]")
                    .json())
            .expectStatus(409);
    assertThat(invalid(metric.json())).containsExactly("metrics[0]");
  }

  @Test
  void aliasOfAnotherRegionIsRefused() {
    Service.Reply reply =
        service
            .post(
                document()
                    .with(
                        "\"regions\": [{\"id\": \"NIPPON\", \"name\": \"Japan\", \"aliases\": [\"JP\"]}]")
                    .json())
            .expectStatus(409);
    assertThat(reply.text()).contains("'JP' is already the code of JP");
  }

  @Test
  void publicationInTheFutureIsRefused() {
    Service.Reply reply =
        service
            .post(
                DocumentBuilder.press("paper", "2026-12-01")
                    .defined()
                    .level("revenue", "JP", "2017-Q4", "1", 0)
                    .json())
            .expectStatus(400);
    assertThat(invalid(reply.json())).containsExactly("source.published");
  }

  @Test
  void quarterThatWouldExceedTheItemLimitIsRefusedBeforeAnyWrite() {
    DocumentBuilder large = document();
    String note = "n".repeat(1000);
    large.with(
        IntStream.range(0, 450)
            .mapToObj(i -> "{\"id\": \"R%d\", \"name\": \"R%d\"}".formatted(i, i))
            .collect(Collectors.joining(", ", "\"regions\": [", "]")));
    IntStream.range(0, 450)
        .forEach(i ->
            large.observation(
                "{\"company\": \"twitter\", \"metric\": \"revenue\", \"region\": \"R%d\", \"period\": \"2017-Q4\", \"value\": 1, \"note\": \"%s\"}"
                    .formatted(i, note)));
    Service.Reply reply = service.post(large.json()).expectStatus(413);
    assertThat(reply.text()).contains("revenue of twitter in 2017-Q4");
    assertNothingIsStored();
  }

  private static DocumentBuilder document() {
    return DocumentBuilder.press("paper", "2018-03-01").defined();
  }

  private void assertNothingIsStored() {
    String items =
        LocalDynamoDb.client().scan(request -> request.tableName(wiring.table())).items().stream()
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    assertThat(items).isEmpty();
  }
}
