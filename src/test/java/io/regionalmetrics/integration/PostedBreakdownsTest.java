package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A posted document may show how a whole divides, and from which facts its figures are. */
class PostedBreakdownsTest {
  private static final String SOURCE =
      """
      {"id": "report-2024-02-01", "title": "Annual report", "publisher": "Acme",
       "url": "https://example.org/acme.xml", "published": "2024-02-01", "kind": "filing"%s}\
      """;
  private static final String FILE =
      ", \"sha256\": \"%s\", \"viewer\": \"https://example.org/ix?doc=acme.htm\""
          .formatted("0123456789abcdef".repeat(4));
  private static final String DEFINITIONS =
      """
      "companies": [{"id": "acme", "name": "Acme"%s}],
      "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "unit": "USD"}],
      "regions": [{"id": "REST", "company": "acme", "name": "Rest", "aliases": ["R"]}]\
      """;
  private static final String BREAKDOWN =
      """
      {"company": "acme", "metric": "revenue", "whole": "WORLD", "period": "2023-Q4", "members": ["US", "REST"]%s}\
      """;
  private static final String CLOUD =
      """
      , "remainders": [{"code": "cloud", "name": "Cloud", "unit": "USD", "value": 30, "decimals": 0}]\
      """;

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.fresh();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String observation(String region, String value, String more) {
    return """
    {"company": "acme", "metric": "revenue", "region": "%s", "period": "2023-Q4", "value": %s, "decimals": 0%s}\
    """
        .formatted(region, value, more);
  }

  /** US 40 and the rest 30 of 100. */
  private static String document(String source, String company, String fact, String more) {
    return "{\"source\": %s, %s, \"observations\": [%s, %s, %s]%s}"
        .formatted(
            SOURCE.formatted(source),
            DEFINITIONS.formatted(company),
            observation("WORLD", "100", fact),
            observation("US", "40", ""),
            observation("REST", "30", ""),
            more);
  }

  private static String breakdowns(String... all) {
    return ", \"breakdowns\": [%s]".formatted(String.join(", ", all));
  }

  private static void assertRefused(String document, int status, String name, String reason) {
    Service.Reply reply = service.post(document).expectStatus(status);
    assertThat(reply.at("/invalid_params").findValuesAsText("name")).contains(name);
    assertThat(reply.at("/invalid_params").findValuesAsText("reason"))
        .anyMatch(one -> one.contains(reason));
  }

  private static void assertBreakdownRefused(String breakdown, int status, String at, String why) {
    assertRefused(document("", "", "", breakdowns(breakdown)), status, "breakdowns[0]" + at, why);
  }

  @Test
  void theRegionsOfABreakdownAreAllPartsOfTheWhole() {
    try (Service fresh = Service.fresh()) {
      fresh.withDocument(document("", "", "", breakdowns(BREAKDOWN.formatted(CLOUD))));
      Service.Reply shares =
          fresh.get("/v1/comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q4");
      assertThat(shares.at("/rows").findValuesAsText("region")).containsExactly("US", "REST");
      assertThat(shares.at("/remainder/named/0/name").textValue()).isEqualTo("Cloud");
      assertThat(shares.at("/remainder/named/0/share/value").intValue()).isEqualTo(30);
    }
  }

  @Test
  void aliasesOfMembersAreUnderstood() {
    try (Service fresh = Service.fresh()) {
      String byAlias = BREAKDOWN.formatted(CLOUD).replace("REST", "R").replace("WORLD", "001");
      fresh.withDocument(document("", "", "", breakdowns(byAlias)));
      assertThat(
              fresh
                  .get("/v1/comparisons/share?company=acme&metric=revenue&region=*&period=2023-Q4")
                  .at("/rows")
                  .findValuesAsText("region"))
          .containsExactly("US", "REST");
    }
  }

  @Test
  void factsOpenTheDocumentAtTheNumber() {
    try (Service fresh = Service.fresh()) {
      fresh.withDocument(
          document(
              FILE,
              "",
              """
              , "facts": [{"concept": "us-gaap:Revenues", "id": "f-1"},
                          {"concept": "us-gaap:Revenues", "id": "f-2", "dimensions": {"srt:RangeAxis": "acme:AllMember"},
                           "source": "earlier"}]\
              """,
              """
              , "factSources": [{"id": "earlier", "title": "Earlier report", "publisher": "Acme", "published": "2023-02-01", "kind": "filing"}]\
              """));
      Service.Reply series = fresh.get("/v1/series?company=acme&metric=revenue&region=WORLD");
      assertThat(series.at("/rows/0/value/facts/0/url").textValue())
          .isEqualTo("https://example.org/ix?doc=acme.htm#f-1");
      assertThat(series.at("/rows/0/value/facts/1/source").textValue()).isEqualTo("earlier");
      assertThat(series.at("/sources/report-2024-02-01/sha256").textValue()).hasSize(64);
    }
  }

  @Test
  void aBreakdownMustAddUp() {
    assertBreakdownRefused(BREAKDOWN.formatted(""), 422, "", "don't add up to the whole");
  }

  @Test
  void aBreakdownMustBeReported() {
    assertBreakdownRefused(
        BREAKDOWN.formatted(CLOUD).replace("2023-Q4", "2023-Q3"), 422, "", "needs the levels");
    assertBreakdownRefused(
        BREAKDOWN.formatted(CLOUD).replace("\"US\"", "\"JP\""), 422, "", "needs the levels");
    assertBreakdownRefused(
        BREAKDOWN.formatted(CLOUD.replace("USD", "EUR")), 422, "", "needs the levels");
  }

  @Test
  void aBreakdownNamesWhatIsKnown() {
    String right = BREAKDOWN.formatted(CLOUD);
    assertBreakdownRefused(right.replace("acme", "acne"), 422, ".company", "did you mean 'acme'?");
    assertBreakdownRefused(
        right.replace("\"revenue\"", "\"revenues\""), 422, ".metric", "did you mean 'revenue'?");
    assertBreakdownRefused(right.replace("REST", "RESTS"), 422, ".members", "did you mean 'REST'?");
    assertBreakdownRefused(right.replace("WORLD", "WORLDS"), 422, ".whole", "'WORLDS'");
  }

  @Test
  void aBreakdownCountsEachRegionOnce() {
    String right = BREAKDOWN.formatted(CLOUD);
    assertBreakdownRefused(
        right.replace("\"US\"", "\"R\""), 422, ".members", "REST is counted twice");
    assertBreakdownRefused(
        right.replace("\"US\"", "\"WORLD\""), 422, ".members", "WORLD is counted twice");
    assertBreakdownRefused(
        right.replace("\"US\", \"REST\"", "\"US\""), 400, ".members", "from 2 to 300");
  }

  @Test
  void aRemainderIsDescribedInFull() {
    String right = BREAKDOWN.formatted(CLOUD);
    assertBreakdownRefused(
        right.replace("\"cloud\"", "\"CLOUD\""), 400, ".remainders[0].code", "a-z, 0-9 and _");
    assertBreakdownRefused(
        right.replace(", \"decimals\": 0", ""), 400, ".remainders[0].decimals", "is missing");
    assertBreakdownRefused(
        right.replace("\"value\": 30", "\"vale\": 30"),
        400,
        ".remainders[0].vale",
        "did you mean 'value'?");
  }

  @Test
  void tenBreakdownsOfAQuarterAreEnough() {
    String many =
        IntStream.range(0, 11)
            .mapToObj(i -> BREAKDOWN.formatted(CLOUD))
            .collect(Collectors.joining(", "));
    assertRefused(
        document("", "", "", breakdowns(many)), 422, "breakdowns[10]", "more than 10 breakdowns");
  }

  @Test
  void aFactHasQualifiedNamesAndAKnownSource() {
    String fact =
        ", \"facts\": [{\"concept\": \"us-gaap:Revenues\", \"dimensions\": {\"srt:RangeAxis\": \"acme:AllMember\"}, \"source\": \"report-2024-02-01\"}]";
    String at = "observations[0].facts[0]";
    assertRefused(
        document("", "", fact.replace("us-gaap:", ""), ""), 400, at + ".concept", "qualified");
    assertRefused(
        document("", "", fact.replace("srt:", ""), ""),
        400,
        at + ".dimensions.RangeAxis",
        "qualified");
    assertRefused(
        document("", "", fact.replace("acme:All", "All"), ""),
        400,
        at + ".dimensions.srt:RangeAxis",
        "qualified");
    assertRefused(
        document("", "", fact.replace("report-2024", "report-2023"), ""),
        400,
        at + ".source",
        "factSources");
    assertRefused(
        document("", "", ", \"facts\": [%s]".formatted("{},".repeat(200) + "{}"), ""),
        400,
        "observations[0].facts",
        "at most 200");
  }

  @Test
  void aViewerNeedsTheFileThatItShows() {
    assertRefused(
        document(", \"viewer\": \"https://example.org/acme.htm\"", "", "", ""),
        400,
        "source.sha256",
        "is missing");
    assertRefused(
        document(FILE.replace("acme.htm", "acme.htm#top"), "", "", ""),
        400,
        "source.viewer",
        "fragment");
    assertRefused(
        document(FILE.replace("0123", "012"), "", "", ""), 400, "source.sha256", "64 hexadecimal");
  }

  @Test
  void whatFilingsShowTogetherIsChecked() {
    assertRefused(
        document("", ", \"conceptLines\": [[\"a:b\"]]", "", ""),
        400,
        "companies[0].conceptLines",
        "concept");
    assertRefused(
        document("", ", \"conceptLines\": [[\"a:b\", \"a:c\"], [\"a:c\", \"a:d\"]]", "", ""),
        400,
        "companies[0].conceptLines",
        "twice");
    assertRefused(
        document("", ", \"renamedRegions\": {\"REST\": \"OLD\", \"OLD\": \"OLDER\"}", "", ""),
        400,
        "companies[0].renamedRegions",
        "last id");
    assertRefused(
        document("", ", \"renamedRegions\": {\"REST\": \"WORLD\"}", "", ""),
        400,
        "companies[0].renamedRegions.REST",
        "part of the world");
    assertRefused(
        document("", ", \"regionsOnlyByYear\": [\"revenues\"]", "", ""),
        422,
        "companies[0].regionsOnlyByYear",
        "did you mean 'revenue'?");
  }

  @Test
  void whatFilingsShowTogetherAddsUp() {
    try (Service fresh = Service.fresh()) {
      fresh.withDocument(document("", ", \"renamedRegions\": {\"OLD\": \"REST\"}", "", ""));
      fresh.withDocument(document("", ", \"renamedRegions\": {\"OLDER\": \"REST\"}", "", ""));
      assertThat(fresh.get("/v1/companies/acme").at("/regions/0/aliases").toString())
          .contains("OLD", "OLDER", "R");
      Service.Reply refused =
          fresh.post(document("", ", \"renamedRegions\": {\"OLD\": \"OTHER\"}", "", ""));
      refused.expectStatus(409);
      assertThat(refused.at("/invalid_params/0/name").textValue())
          .isEqualTo("companies[0].renamedRegions");
    }
  }
}
