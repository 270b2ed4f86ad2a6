package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What SDMX tools load: structures, and figures by key. */
class SdmxToolsTest {
  private static final String XML = "application/vnd.sdmx.structure+xml;version=3.0.0";
  private static final String JSON = "application/vnd.sdmx.structure+json;version=2.0.0";
  private static final String DATA = "application/vnd.sdmx.data+json;version=2.0.0";
  private static final String CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
  private static final String STRUCTURE = "/sdmx/3.0/structure/";
  private static final String FLOW = "/sdmx/3.0/data/dataflow/REGIONAL_METRICS/OBSERVATIONS/1.0.0/";
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonNode structure(String query) {
    return service.get(STRUCTURE + query).expectStatus(200).at("/data");
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(one -> one.get("id").textValue()).toList();
  }

  private static List<String> lines(String query) {
    return service.get(FLOW + query, "accept", CSV).expectStatus(200).text().lines().toList();
  }

  private static Document xml(Service.Reply reply) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(reply.text().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void dataflowLeadsToItsDataStructureConceptsAndCodeLists() {
    JsonNode all = structure("dataflow/REGIONAL_METRICS/OBSERVATIONS/1.0.0?references=all");
    assertThat(ids(all.get("dataflows"))).containsExactly("OBSERVATIONS");
    assertThat(ids(all.get("dataStructures"))).containsExactly("OBSERVATIONS");
    assertThat(ids(all.get("conceptSchemes"))).containsExactly("CONCEPTS");
    assertThat(ids(all.get("codelists")))
        .containsExactlyInAnyOrder(
            "CL_AREA", "CL_COMPANY", "CL_MEASURE", "CL_METRIC", "CL_OBS_STATUS", "CL_SOURCE_KIND");
    assertThat(all.at("/dataflows/0/structure")).isEqualTo(all.at("/dataStructures/0/links/0/urn"));
  }

  @Test
  void dimensionsAreThoseOfSdmxCsv() {
    JsonNode components =
        structure("datastructure/REGIONAL_METRICS/OBSERVATIONS")
            .at("/dataStructures/0/dataStructureComponents");
    assertThat(ids(components.at("/dimensionList/dimensions")))
        .containsExactly("COMPANY", "METRIC", "REF_AREA", "MEASURE", "UNIT");
    assertThat(components.at("/dimensionList/timeDimension/id").textValue())
        .isEqualTo("TIME_PERIOD");
    assertThat(ids(components.at("/measureList/measures"))).containsExactly("OBS_VALUE");
    assertThat(ids(components.at("/attributeList/attributes")))
        .contains("UNIT_MULT", "DECIMALS", "OBS_STATUS", "COMMENT");
    assertThat(columns(lines("twitter")))
        .containsAll(ids(components.at("/dimensionList/dimensions")))
        .containsAll(ids(components.at("/attributeList/attributes")));
  }

  private static List<String> columns(List<String> lines) {
    return List.of(lines.getFirst().split(","));
  }

  @Test
  void codeListsHaveWhatTheServiceKnows() {
    JsonNode lists = structure("codelist").get("codelists");
    assertThat(items(lists, "CL_COMPANY")).containsExactly("twitter: Twitter");
    assertThat(items(lists, "CL_METRIC")).contains("revenue: Revenue", "users: Users");
    assertThat(items(lists, "CL_AREA"))
        .contains("JP: Japan", "WORLD: World", "INTERNATIONAL: International");
    assertThat(items(lists, "CL_OBS_STATUS")).hasSize(17).contains("E: Estimated value");
  }

  private static List<String> items(JsonNode lists, String id) {
    return lists
        .valueStream()
        .filter(list -> list.get("id").textValue().equals(id))
        .flatMap(list -> list.get("codes").valueStream())
        .map(code -> code.get("id").textValue() + ": " + code.get("name").textValue())
        .toList();
  }

  @Test
  void structuresAreTheSameInXml() throws Exception {
    Service.Reply reply =
        service.get(STRUCTURE + "dataflow/*/OBSERVATIONS/+?references=descendants", "accept", XML);
    Document message = xml(reply.expectStatus(200));
    assertThat(reply.header("content-type")).isEqualTo(XML);
    assertThat(message.getDocumentElement().getNodeName()).isEqualTo("mes:Structure");
    assertThat(message.getElementsByTagName("str:Dimension").getLength()).isEqualTo(5);
    assertThat(message.getElementsByTagName("str:TimeDimension").getLength()).isEqualTo(1);
    assertThat(message.getElementsByTagName("str:Attribute").getLength()).isEqualTo(13);
    assertThat(message.getElementsByTagName("str:Codelist").getLength()).isEqualTo(6);
    assertThat(message.getElementsByTagName("str:Concept").getLength()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/vnd.sdmx.structure+xml;version=3.0.0 | xml",
        "application/vnd.sdmx.structure+xml | xml",
        "application/vnd.sdmx.structure+xml;version=3.0.0+ | xml",
        "application/xml | xml",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | xml",
        "application/vnd.sdmx.structure+json;version=2.0.0 | json",
        "application/json | json",
        "*/* | json",
        "application/vnd.sdmx.structure+xml;q=0.5, application/json | json"
      })
  void formatFollowsTheAcceptHeader(String accept, String format) {
    Service.Reply reply = service.get(STRUCTURE + "dataflow", "accept", accept).expectStatus(200);
    assertThat(reply.header("content-type")).isEqualTo(format.equals("xml") ? XML : JSON);
  }

  @Test
  void clientThatCanSendNoHeaderNamesTheFormat() {
    assertThat(service.get(STRUCTURE + "dataflow?format=structure").header("content-type"))
        .isEqualTo(XML);
    assertThat(service.get(FLOW + "twitter?format=csvdata").header("content-type")).isEqualTo(CSV);
  }

  @Test
  void formatThatIsNotOfferedIsNotAcceptable() {
    service
        .get(STRUCTURE + "dataflow", "accept", "application/vnd.sdmx.structure+xml;version=2.1")
        .expectStatus(406);
    Service.Reply reply = service.get(FLOW + "twitter", "accept", "image/png").expectStatus(406);
    assertThat(reply.at("/errors/0/detail").textValue()).contains("image/png", CSV);
  }

  @Test
  void stubsHaveNoContent() {
    JsonNode stubs = structure("*?detail=allstubs");
    assertThat(stubs.at("/codelists/0").has("codes")).isFalse();
    assertThat(stubs.at("/codelists/0/isExternalReference").booleanValue()).isTrue();
    assertThat(stubs.at("/dataStructures/0").has("dataStructureComponents")).isFalse();
    JsonNode mixed = structure("datastructure?references=children&detail=referencestubs");
    assertThat(mixed.at("/dataStructures/0").has("dataStructureComponents")).isTrue();
    assertThat(mixed.at("/codelists/0").has("codes")).isFalse();
  }

  @Test
  void someCodesArePartOfTheirList() {
    JsonNode list =
        structure("codelist/REGIONAL_METRICS/CL_AREA/1.0.0/JP,US,XX").at("/codelists/0");
    assertThat(list.get("isPartial").booleanValue()).isTrue();
    assertThat(ids(list.get("codes"))).containsExactly("JP", "US");
  }

  @Test
  void schemaIsTheDataStructureWithAllThatItRefersTo() {
    JsonNode data =
        service
            .get("/sdmx/3.0/schema/dataflow/REGIONAL_METRICS/OBSERVATIONS/1.0.0")
            .expectStatus(200)
            .at("/data");
    assertThat(data.has("dataflows")).isFalse();
    assertThat(data.get("codelists")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twitter.revenue.JP.*.*",
        "twitter.revenue.JP...",
        "twitter.revenue.JP",
        "twitter.revenue.JP,XX",
        "twitter.revenue.JP.*.*/",
        "*.revenue.JP",
        "?c[REF_AREA]=JP&c[METRIC]=revenue",
        "?c%5BREF_AREA%5D=JP&c%5BMETRIC%5D=revenue"
      })
  void figuresAreFoundByTheirKey(String key) {
    assertThat(lines(key))
        .hasSize(4)
        .anyMatch(line -> line.contains("twitter,revenue,JP,2017-Q4,level,USD,106000000,0,-6"));
  }

  @Test
  void keyMayNameSeveralSeries() {
    assertThat(lines("twitter.revenue.JP.level.USD,twitter.users.JP.level.users")).hasSize(4);
    assertThat(lines("twitter.users,revenue-per-user.JP,US.level.*?attributes=none")).hasSize(6);
  }

  @Test
  void regionMayBeNamedByAnAlias() {
    try (Service aliases = Service.fresh()) {
      aliases.withDocument(
          DocumentBuilder.company("letter", "2018-02-01")
              .defined()
              .region("UNITED_STATES_AND_CANADA", "\"aliases\": [\"UCAN\"]")
              .level("users", "UNITED_STATES_AND_CANADA", "2017-Q4", "70000000", -6)
              .json());
      for (String query : List.of("twitter.users.UCAN", "twitter?c[REF_AREA]=UCAN")) {
        assertThat(aliases.get(FLOW + query, "accept", CSV).expectStatus(200).text())
            .contains("UNITED_STATES_AND_CANADA,2017-Q4");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c[TIME_PERIOD]=ge:2017-Q1+le:2017-Q4 | 2017-Q4",
        "c[TIME_PERIOD]=le:2016-Q4 | 2016-Q4",
        "startPeriod=2017-Q1&endPeriod=2017 | 2017-Q4",
        "c[COMMENT]=co:October | 2017-Q4",
        "c[OBS_VALUE]=ge:45000000 | 2017-Q4",
        "lastNObservations=1 | 2017-Q4",
        "firstNObservations=1 | 2016-Q4",
        "limit=1 | 2016-Q4",
        "offset=1 | 2017-Q4"
      })
  void figuresAreNarrowedByTheirComponents(String query, String period) {
    List<String> lines = lines("twitter.users.JP.level.*?" + query);
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast()).contains("," + period + ",");
  }

  @Test
  void onlyWhatWasPublishedByTheDayIsThere() {
    service.get(FLOW + "twitter?asOf=2018-02-28").expectStatus(204);
    service.get(FLOW + "twitter?asOf=2018-03-01T00:00:00+02:00").expectStatus(204);
    Service.Reply reply = service.get(FLOW + "twitter?asOf=2018-03-01T00:00:00").expectStatus(200);
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=86400");
  }

  @Test
  void exportIsTakenByAnotherInstance() {
    try (Service one = Service.fresh();
        Service other = Service.fresh()) {
      TwitterData.load(one);
      TwitterData.define(other);
      String query = FLOW + "twitter.revenue,users?includeHistory=true";
      String exported = one.get(query, "accept", CSV).expectStatus(200).text();
      Service.Reply taken = other.post(exported.getBytes(StandardCharsets.UTF_8), CSV);
      assertThat(taken.expectStatus(200).at("/observations").intValue())
          .isEqualTo((int) exported.lines().count() - 1)
          .isGreaterThan(80);
      assertThat(other.get(query, "accept", CSV).text()).isEqualTo(exported);
    }
  }

  @Test
  void eachDisseminationIsADataSetOfItsOwn() {
    try (Service restated = Service.fresh()) {
      restated
          .withDocument(
              DocumentBuilder.company("first", "2018-02-01")
                  .defined()
                  .level("users", "US", "2017-Q4", "68000000", -6)
                  .json())
          .withDocument(
              DocumentBuilder.company("second", "2018-05-01")
                  .level("users", "US", "2017-Q4", "69000000", -6)
                  .json());
      String query = FLOW + "twitter.users.US.level.*";
      JsonNode now = restated.get(query).expectStatus(200).at("/data/dataSets");
      assertThat(now).hasSize(1);
      assertThat(now.at("/0/series/0:0:0:0:0/observations/0/0").intValue()).isEqualTo(69_000_000);
      JsonNode all = restated.get(query + "?includeHistory=true").at("/data/dataSets");
      assertThat(all).hasSize(2);
      assertThat(all.at("/0/validFrom").textValue()).isEqualTo("2018-02-01T00:00:00Z");
      assertThat(all.at("/0/series/0:0:0:0:0/observations/0/0").intValue()).isEqualTo(68_000_000);
      assertThat(all.at("/1/validFrom").textValue()).isEqualTo("2018-05-01T00:00:00Z");
    }
  }

  @Test
  void observationsAreGroupedAsTheQuerySays() {
    String query = FLOW + "twitter.users.JP.level.*?dimensionAtObservation=";
    JsonNode series = service.get(query + "TIME_PERIOD", "accept", DATA).at("/data");
    assertThat(series.at("/dataSets/0/series/0:0:0:0:0/observations")).hasSize(2);
    JsonNode flat = service.get(query + "AllDimensions").at("/data");
    assertThat(flat.at("/dataSets/0/observations")).hasSize(2);
    assertThat(flat.at("/dataSets/0/observations").has("0:0:0:0:0:1")).isTrue();
    JsonNode crossed = service.get(query + "REF_AREA").at("/data");
    assertThat(ids(crossed.at("/structures/0/dimensions/observation"))).containsExactly("REF_AREA");
    assertThat(crossed.at("/dataSets/0/series")).hasSize(2);
  }

  @Test
  void onlyTheAskedComponentsAreThere() {
    assertThat(columns(lines("twitter?attributes=OBS_STATUS")))
        .endsWith("OBS_VALUE", "OBS_STATUS")
        .doesNotContain("SOURCE_ID");
    assertThat(columns(lines("twitter?measures=none"))).doesNotContain("OBS_VALUE");
    assertThat(lines("twitter.users.JP?attributes=none&measures=none"))
        .containsExactly(
            "STRUCTURE,STRUCTURE_ID,ACTION,COMPANY,METRIC,REF_AREA,MEASURE,UNIT",
            "dataflow,REGIONAL_METRICS:OBSERVATIONS(1.0.0),I,twitter,users,JP,level,users");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "structure/dataflow/REGIONAL_METRICS/OBSERVATION | 404 | 100 | did you mean 'OBSERVATIONS'?",
        "structure/codelist/SDMX/CL_AREA | 404 | 100 | the agency is REGIONAL_METRICS",
        "structure/dataflow/*/*/2.0.0 | 404 | 100 | the version is 1.0.0",
        "structure/codelist/*/CL_AREA/+/XX | 404 | 100 | 'XX' is not an item of it",
        "structure/codelists | 400 | 140 | did you mean 'codelist'?",
        "structure/dataflow?references=childre | 400 | 140 | did you mean 'children'?",
        "structure/dataflow?detail=stubs | 400 | 140 | allstubs",
        "structure/dataflow/*/*/*/x | 400 | 140 | only a codelist and a conceptscheme have items",
        "structure/categoryscheme | 501 | 501 | there is no categoryscheme here",
        "structure/dataflow?asOf=2018-03-01 | 501 | 501 | only as they are today",
        "availability/dataflow | 501 | 501 | there is no availability here",
        "schema/provisionagreement | 501 | 501 | there is no provisionagreement here",
        "schema/dataflow?dimensionAtObservation=FREQ | 400 | 140 | AllDimensions",
        "schema/dataflow?asOf=2018-03-01 | 501 | 501 | only as they are today",
        "nothing | 404 | 100 | structure, schema, data",
        "data | 400 | 140 | data/dataflow/REGIONAL_METRICS/OBSERVATIONS",
        "data/dataflow/REGIONAL_METRICS/OBSERVATION | 404 | 100 | did you mean 'OBSERVATIONS'?",
        "data/*/*/*/*/twiter.revenue.JP | 404 | 100 | COMPANY: 'twiter' is not a code of it; did you mean 'twitter'?",
        "data/*/*/*/*/twitter.revenu | 404 | 100 | METRIC: 'revenu' is not a code of it; did you mean 'revenue'?",
        "data/*/*/*/*/twitter.revenue.ZZ | 404 | 100 | REF_AREA: 'ZZ' is not a code of it",
        "data/*/*/*/*/twitter.revenue.JP.mom | 404 | 100 | MEASURE: 'mom' is not a code of it; it is one of level, yoy, qoq",
        "data/*/*/*/*/twitter?c[TIME_PERIOD]=ge:autumn | 400 | 140 | c[TIME_PERIOD]: 'autumn' is not a period such as 2017-Q4",
        "data/*/*/*/*/twitter?c[REGION]=JP | 400 | 140 | not a parameter of this request",
        "data/*/*/*/*/twitter?asOf=2100-01-01 | 422 | 150 | is in the future",
        "data/*/*/*/*/twitter?updatedAfter=2018-03-01 | 501 | 501 | use asOf",
        "data/*/*/*/*/twitter?sort=TIME_PERIOD | 501 | 501 | oldest first",
        "data/provisionagreement/*/*/*/twitter | 501 | 501 | use dataflow",
        "data/*/*/*/*/twitter?limit=0 | 400 | 140 | is not a whole number from 1",
        "data/*/*/*/*/twitter?dimensionAtObservation=FREQ | 400 | 140 | AllDimensions"
      })
  void refusalIsAnErrorOfSdmx(String query, int status, int code, String detail) {
    JsonNode error = service.get("/sdmx/3.0/" + query).expectStatus(status).at("/errors/0");
    assertThat(error.get("code").intValue()).isEqualTo(code);
    assertThat(error.get("title").textValue()).isNotBlank();
    assertThat(error.get("detail").textValue()).contains(detail);
  }

  @Test
  void refusalIsInXmlForAClientThatReadsXml() throws Exception {
    Service.Reply reply =
        service.get(STRUCTURE + "dataflow/*/NOTHING", "accept", XML).expectStatus(404);
    Document message = xml(reply);
    assertThat(message.getDocumentElement().getNodeName()).isEqualTo("mes:Error");
    assertThat(
            message
                .getElementsByTagName("mes:ErrorMessage")
                .item(0)
                .getAttributes()
                .getNamedItem("code")
                .getNodeValue())
        .isEqualTo("100");
  }

  @Test
  void knownCodesWithoutFiguresAreAnEmptyResult() {
    Service.Reply reply = service.get(FLOW + "twitter.revenue.BR").expectStatus(204);
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void moreThan2000ObservationsAreRefusedUnlessPartsAreAskedFor() {
    try (Service large = Service.fresh()) {
      large.withDocument(quarters(0, 2_001));
      JsonNode error = large.get(FLOW + "twitter.users").expectStatus(413).at("/errors/0");
      assertThat(error.get("code").intValue()).isEqualTo(130);
      assertThat(error.get("detail").textValue()).contains("limit=2000");
      assertThat(rows(large, "limit=2000")).isEqualTo(2_000);
      assertThat(rows(large, "limit=2000&offset=2000")).isEqualTo(1);
      assertThat(rows(large, "c[TIME_PERIOD]=ge:1950")).isLessThan(2_000);
    }
  }

  private static int rows(Service large, String query) {
    String text =
        large.get(FLOW + "twitter.users?" + query, "accept", CSV).expectStatus(200).text();
    return (int) text.lines().count() - 1;
  }

  private static String quarters(int from, int to) {
    String observations =
        IntStream.range(from, to)
            .mapToObj(i ->
                "{\"company\": \"twitter\", \"metric\": \"users\", \"region\": \"%s\", \"period\": \"%d-Q%d\", \"value\": %d, \"decimals\": 0}"
                    .formatted(
                        List.of("US", "JP", "WORLD", "FR").get(i % 4),
                        1900 + i / 16,
                        1 + i / 4 % 4,
                        i + 1))
            .collect(Collectors.joining(", "));
    return DocumentBuilder.company("long", "2024-01-01")
        .defined()
        .with("\"observations\": [" + observations + "]")
        .json();
  }

  @Test
  void headAndConditionalRequestsAreAnsweredAsElsewhere() {
    String etag = service.get(FLOW + "twitter").header("etag");
    service.get(FLOW + "twitter", "if-none-match", etag).expectStatus(304);
    assertThat(service.send("HEAD", FLOW + "twitter").expectStatus(200).header("etag"))
        .isEqualTo(etag);
    assertThat(service.get(FLOW + "twitter", "origin", "https://example.org").header("vary"))
        .contains("accept", "origin");
    service.send("DELETE", FLOW + "twitter").expectStatus(405);
  }
}
