package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The csv feed reads tables in several layouts, and dates their figures when they change. */
class CsvFeedTest {
  private static final String DEFINITIONS =
      """
      "companies": [{"id": "acme", "name": "Acme"}],
      "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"}]
      """;
  private static final String SOURCE =
      """
      "source": {"id": "acme-table", "title": "Acme's table", "publisher": "Acme", "kind": "company"}
      """;
  private static final String WIDE =
      """
      "columns": {"company": "acme", "period": "Quarter end", "format": "dd-MM-yyyy", "values": [
        {"column": "Japan", "metric": "revenue", "region": "JP", "scale": 6},
        {"column": "All  of it", "metric": "revenue", "region": "WORLD", "scale": 6, "decimals": -5}]}
      """;
  private static final String WIDE_TABLE =
      """
      \uFEFFQuarter end, All of it,Japan ,Remark
      31-12-2017,731.56,106,good
      30-09-2017,589.6,n/a,
      """;
  private static final String TIDY_TABLE =
      """
      company,metric,region,period,value,decimals
      acme,revenue,JP,2017-Q4,106000000,-6
      acme,revenue,WORLD,2017-Q4,731560000,-3
      """;

  private final FileServer server = new FileServer();
  private final String table = LocalDynamoDb.freshTable();

  @AfterEach
  void stop() {
    server.close();
  }

  private Wiring on(String day) {
    return new Wiring(
        LocalDynamoDb.client(), table, InstantSource.fixed(Instant.parse(day + "T06:00:00Z")));
  }

  private String event(String... members) {
    return "{\"id\": \"acme\", \"feed\": \"csv\", \"url\": \"%s/table.csv\", %s}"
        .formatted(server.address(), String.join(",", members));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> changedOn(String date) {
    return Map.of("Last-Modified", date);
  }

  private JsonNode asked(String question) {
    try (Service service = new Service(on("2018-12-31"))) {
      return service.get(question).json();
    }
  }

  private JsonNode cell(String region, String more) {
    return asked(
            "/v1/comparisons/regions?company=acme&metric=revenue&region=%s&period=2017-Q4%s"
                .formatted(region, more))
        .at("/rows/0/value");
  }

  @Test
  void wideTableIsReadByItsColumns() {
    server.with("/table.csv", WIDE_TABLE);
    JsonNode result =
        RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE)).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(3);
    assertThat(cell("JP", "").toString())
        .isEqualTo(
            """
            {"value":106000000,"low":105500000,"high":106500000,"unit":"USD","origin":"reported","sources":["acme-table"]}\
            """);
    assertThat(cell("WORLD", "").get("low").decimalValue()).isEqualByComparingTo("731510000");
  }

  @Test
  void cellsLeftOutOfAWideTableAreCounted() {
    server.with("/table.csv", WIDE_TABLE + "yesterday,1,2,\n31-12-2016,717.2,1;2,\n");
    JsonNode leftOut =
        RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE))
            .at("/lastResult/leftOut");
    assertThat(
            leftOut
                .valueStream()
                .map(one -> one.get("count") + " " + one.get("why").textValue())
                .toList())
        .containsExactly(
            "1 cell that is not a number in 'Japan'",
            "4 column 'Remark': not listed in the event",
            "1 empty cell in 'Japan'",
            "1 row without a quarter in 'Quarter end'");
  }

  @ParameterizedTest
  @CsvSource({"d-MMM-yy, 31-Dec-17", "d-MMM-yy, 31-DEC-17", "MM/dd/yy, 12/31/17"})
  void dateWithAYearOfTwoDigitsIsReadInAWideTable(String format, String date) {
    server.with("/table.csv", WIDE_TABLE.replace("31-12-2017", date));
    RefreshRunner.run(
        on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE.replace("dd-MM-yyyy", format)));
    assertThat(cell("JP", "").get("value").asInt()).isEqualTo(106_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.06E+02", "106.0", "1.06e2"})
  void numbersOfProgramsAreReadInAWideTable(String number) {
    server.with("/table.csv", WIDE_TABLE.replace(",106,", "," + number + ","));
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE));
    assertThat(cell("JP", "").get("value").asInt()).isEqualTo(106_000_000);
  }

  @Test
  void wideTableMayHaveSemicolonsDecimalCommasAndEmptyRows() {
    String table = "sep=;\n" + WIDE_TABLE.substring(1).replace(',', ';').replace('.', ',');
    server.with("/table.csv", table + ";;;\n;;;\n");
    JsonNode result =
        RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE)).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(3);
    assertThat(cell("WORLD", "").get("value").decimalValue()).isEqualByComparingTo("731560000");
  }

  @Test
  void numberOfAWideTableThatMayHaveThousandsIsRefused() {
    failsAsWide(
        "Quarter end;All of it;Japan\n31-12-2017;1,731;106\n",
        "row 2.All of it: '1,731' may have decimals or a thousands separator");
    failsAsWide(
        "Quarter end,All of it,Japan\n31-12-2017,\"1,731\",106\n",
        "row 2.All of it: '1,731' has a comma");
  }

  @Test
  void decimalCommasOfATidyTableAreReadAlikeInAllItsDocuments() {
    server.with(
        "/table.csv",
        """
        company;metric;region;period;value;decimals;source_id;source_title;source_publisher;source_published;source_kind
        acme;revenue;US;2017-Q4;12,5;1;b-letter;Letter;Acme;2018-02-08;company
        acme;revenue;JP;2017-Q4;1,234;3;a-letter;Other letter;Acme;2018-02-09;company
        """);
    RefreshRunner.run(on("2018-03-01"), event(DEFINITIONS));
    assertThat(cell("JP", "").get("value").decimalValue()).isEqualByComparingTo("1.234");
  }

  @Test
  void runInWhichNoRowFitsFailsWithTheFirstThreeReasons() {
    failsAsWide(
        "Quarter end,All of it,Japan\n12/31/17,1,2\n,1,2\n31-12-2017,n/a,many\n30-09-2017,,\n",
        "/table.csv has no figure that fits the event: "
            + "row 2: '12/31/17' in 'Quarter end' is not a date like dd-MM-yyyy; "
            + "row 3: 'Quarter end' is empty; row 4: 'many' in 'Japan' is not a number");
  }

  @Test
  void formatWithoutADayIsRefused() {
    assertThatThrownBy(() ->
            RefreshRunner.run(
                on("2018-03-01"), event(SOURCE, WIDE.replace("dd-MM-yyyy", "MMM-yy"))))
        .hasMessageContaining(
            "columns.format: the text 'MMM-yy' is not a format of dates with a day, a month and a year, such as dd-MM-yyyy or d-MMM-yy");
  }

  @Test
  void missingColumnIsNamed() {
    server.with("/table.csv", "Quarter end,All of it,Japn\n31-12-2017,1,2\n");
    assertThatThrownBy(() -> RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE)))
        .hasMessageContaining("has no column 'Japan'")
        .hasMessageContaining("Japn");
  }

  @Test
  void tidyTableUsesTheSourceOfTheEvent() {
    server.with("/table.csv", TIDY_TABLE);
    JsonNode result =
        RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS)).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(2);
    assertThat(cell("WORLD", "").get("value").decimalValue()).isEqualByComparingTo("731560000");
  }

  @Test
  void levelsWithoutDecimalsAreJudgedByTheWholeTable() {
    server.with(
        "/table.csv",
        """
        company,metric,region,period,value,source_id,source_title,source_publisher,source_published,source_kind
        acme,revenue,JP,2017-Q4,120000000,b,Letter,Acme,2018-02-08,company
        acme,revenue,JP,2016-Q4,106000000,a,Letter,Acme,2017-02-08,company
        """);
    RefreshRunner.run(on("2018-03-01"), event(DEFINITIONS));
    assertThat(cell("JP", "").get("high").decimalValue()).isEqualByComparingTo("120500000");
  }

  @Test
  void aWideTableWithoutDecimalsIsJudgedAfterItsScale() {
    server.with("/table.csv", WIDE_TABLE);
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE));
    assertThat(cell("JP", "").get("high").decimalValue()).isEqualByComparingTo("106500000");
  }

  @Test
  void aRowMoreInATableChangesNoStoredFigure() {
    String rows =
        """
        company,metric,region,period,value
        acme,revenue,JP,2017-Q4,106000000
        """;
    server.with("/table.csv", rows);
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    server.with("/table.csv", rows + "acme,revenue,US,2017-Q4,410500000\n");
    JsonNode result =
        RefreshRunner.run(on("2018-03-02"), event(SOURCE, DEFINITIONS)).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(1);
    assertThat(result.get("revised").asInt()).isZero();
    assertThat(cell("JP", "").get("high").decimalValue()).isEqualByComparingTo("106500000");
    assertThat(cell("US", "").get("high").decimalValue()).isEqualByComparingTo("410550000");
  }

  @Test
  void tidyTableMayHaveColumnsForItsSource() {
    String source = "b-letter,Letter,Acme,2018-02-08,company";
    server.with(
        "/table.csv",
        """
        company,metric,region,period,value,source_id,source_title,source_publisher,source_published,source_kind
        acme,revenue,JP,2017-Q4,106000000,%s
        acme,revenue,JP,2016-Q4,79000000,a-letter,Other letter,Acme,2017-02-08,company
        """
            .formatted(source));
    JsonNode result = RefreshRunner.run(on("2018-03-01"), event(DEFINITIONS)).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(2);
    assertThat(asked("/v1/sources").at("/sources/1/published").asText()).isEqualTo("2018-02-08");
  }

  @Test
  void sdmxCsvIsAcceptedToo() {
    server.with("/plain.csv", TIDY_TABLE);
    server.with("/table.csv", TIDY_TABLE);
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    String exported;
    try (Service service = new Service(on("2018-03-02"))) {
      exported =
          service
              .get(
                  "/v1/series?company=acme&metric=revenue&region=JP,WORLD&startPeriod=2017-Q4&endPeriod=2017-Q4&includeHistory=true",
                  "accept",
                  "application/vnd.sdmx.data+csv;version=2.0.0")
              .text();
    }
    assertThat(exported).contains("OBS_VALUE");
    server.with("/table.csv", exported);
    JsonNode result = RefreshRunner.run(on("2018-03-02"), event(DEFINITIONS)).get("lastResult");
    assertThat(result.get("unchanged").asInt()).isEqualTo(2);
  }

  @Test
  void newFileHasTheDayOfItsLastChange() {
    server.with("/table.csv", bytes(TIDY_TABLE), changedOn("Thu, 08 Feb 2018 21:00:00 GMT"));
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    assertThat(cell("JP", "&asOf=2018-02-07").get("missing").asText())
        .isEqualTo("not-yet-published");
    assertThat(cell("JP", "&asOf=2018-02-08").get("value").asInt()).isEqualTo(106_000_000);
  }

  @Test
  void fileWithoutADateHasTheDayOfTheFetch() {
    server.with("/table.csv", TIDY_TABLE);
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    assertThat(cell("JP", "&asOf=2018-02-28").has("missing")).isTrue();
    assertThat(cell("JP", "&asOf=2018-03-01").has("value")).isTrue();
  }

  @Test
  void unchangedFileChangesNothing() {
    server.with("/table.csv", TIDY_TABLE);
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    JsonNode result =
        RefreshRunner.run(on("2018-03-02"), event(SOURCE, DEFINITIONS)).get("lastResult");
    assertThat(result.get("observations").asInt()).isZero();
    assertThat(asked("/v1/sources").at("/sources/0/published").asText()).isEqualTo("2018-03-01");
  }

  @Test
  void changedFileIsANewVintageOnTheDayOfItsLastChange() {
    server.with("/table.csv", bytes(TIDY_TABLE), changedOn("Thu, 08 Feb 2018 21:00:00 GMT"));
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    server.with(
        "/table.csv",
        bytes(TIDY_TABLE.replace("106000000", "107000000")),
        changedOn("Thu, 15 Mar 2018 21:00:00 GMT"));
    JsonNode result =
        RefreshRunner.run(on("2018-03-20"), event(SOURCE, DEFINITIONS)).get("lastResult");
    assertThat(result.get("revised").asInt()).isEqualTo(1);
    assertThat(result.get("unchanged").asInt()).isEqualTo(1);
    assertThat(cell("JP", "&asOf=2018-03-14").get("value").asInt()).isEqualTo(106_000_000);
    assertThat(cell("JP", "&asOf=2018-03-15").get("value").asInt()).isEqualTo(107_000_000);
  }

  @Test
  void changedFileWithTheSameDateHasTheDayOfTheFetch() {
    Map<String, String> date = changedOn("Thu, 08 Feb 2018 21:00:00 GMT");
    server.with("/table.csv", bytes(TIDY_TABLE), date);
    RefreshRunner.run(on("2018-02-08"), event(SOURCE, DEFINITIONS));
    server.with("/table.csv", bytes(TIDY_TABLE.replace("106000000", "107000000")), date);
    RefreshRunner.run(on("2018-02-09"), event(SOURCE, DEFINITIONS));
    assertThat(cell("JP", "&asOf=2018-02-08").get("value").asInt()).isEqualTo(106_000_000);
    assertThat(cell("JP", "&asOf=2018-02-09").get("value").asInt()).isEqualTo(107_000_000);
  }

  @Test
  void fileThatChangesTwiceADayIsReadTheNextDay() {
    server.with("/table.csv", TIDY_TABLE);
    RefreshRunner.run(on("2018-02-08"), event(SOURCE, DEFINITIONS));
    server.with("/table.csv", TIDY_TABLE.replace("106000000", "107000000"));
    assertThatThrownBy(() -> RefreshRunner.run(on("2018-02-08"), event(SOURCE, DEFINITIONS)))
        .hasMessageContaining("has changed again on the day of its last change, 2018-02-08");
    RefreshRunner.run(on("2018-02-09"), event(SOURCE, DEFINITIONS));
    assertThat(cell("JP", "").get("value").asInt()).isEqualTo(107_000_000);
  }

  @Test
  void figuresOfTheNextQuarterAreNotKnownBeforeTheChange() {
    String said = SOURCE.replace("\"kind\"", "\"published\": \"2018-02-08\", \"kind\"");
    server.with("/table.csv", TIDY_TABLE);
    RefreshRunner.run(on("2018-03-01"), event(said, DEFINITIONS));
    assertThat(cell("JP", "&asOf=2018-02-08").has("value")).isTrue();
    server.with("/table.csv", TIDY_TABLE + "acme,revenue,JP,2018-Q1,90000000,-6\n");
    RefreshRunner.run(on("2018-04-26"), event(said, DEFINITIONS));
    JsonNode row =
        asked(
            "/v1/comparisons/regions?company=acme&metric=revenue&region=JP&period=2018-Q1&asOf=2018-04-25");
    assertThat(row.at("/rows/0/value/missing").asText()).isEqualTo("not-yet-published");
  }

  @Test
  void largeTableIsStoredInParts() {
    List<String> regions =
        Stream.of(Locale.getISOCountries()).filter(code -> code.charAt(0) < 'C').toList();
    String rows =
        IntStream.range(0, 6_000)
            .mapToObj(i ->
                "acme,revenue,%s,%d-Q%d,%d"
                    .formatted(regions.get(i % 20), 1930 + i / 80, 1 + i / 20 % 4, i))
            .collect(Collectors.joining("\n"));
    server.with("/table.csv", "company,metric,region,period,value\n" + rows);
    JsonNode result =
        RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS)).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(6_000);
  }

  @Test
  void correctedEventReadsTheSameFileAgain() {
    server.with("/table.csv", WIDE_TABLE);
    String said = SOURCE.replace("\"kind\"", "\"published\": \"2018-02-08\", \"kind\"");
    RefreshRunner.run(
        on("2018-03-01"), event(said, DEFINITIONS, WIDE.replace("\"scale\": 6", "\"scale\": 3")));
    JsonNode result =
        RefreshRunner.run(on("2018-03-02"), event(said, DEFINITIONS, WIDE)).get("lastResult");
    assertThat(result.get("revised").asInt()).isEqualTo(3);
    assertThat(cell("JP", "").get("value").asInt()).isEqualTo(106_000_000);
  }

  @Test
  void columnAddedToTheEventHasTheDayOfTheFile() {
    server.with("/table.csv", WIDE_TABLE);
    String said = SOURCE.replace("\"kind\"", "\"published\": \"2018-02-08\", \"kind\"");
    RefreshRunner.run(
        on("2018-03-01"),
        event(said, DEFINITIONS, WIDE.replaceFirst("\\{\"column\": \"Japan\".*?\\},", "")));
    RefreshRunner.run(on("2018-03-02"), event(said, DEFINITIONS, WIDE));
    assertThat(cell("JP", "&asOf=2018-02-08").get("value").asInt()).isEqualTo(106_000_000);
  }

  @Test
  void publicationDaysOfOneSourceAreStoredSeparately() {
    server.with(
        "/table.csv",
        """
        company,metric,region,period,value,source_id,source_title,source_publisher,source_published,source_kind
        acme,revenue,JP,2017-Q4,106000000,letters,Letters,Acme,2018-02-08,company
        acme,revenue,JP,2018-Q1,90000000,letters,Letters,Acme,2018-04-26,company
        """);
    RefreshRunner.run(on("2018-05-01"), event(DEFINITIONS));
    assertThat(cell("JP", "&asOf=2018-02-08").has("value")).isTrue();
    assertThat(
            asked(
                    "/v1/comparisons/regions?company=acme&metric=revenue&region=JP&period=2018-Q1&asOf=2018-04-25")
                .at("/rows/0/value/missing")
                .asText())
        .isEqualTo("not-yet-published");
  }

  @Test
  void invalidDayIsRefused() {
    failsAs(
        """
        company,metric,region,period,value,source_id,source_title,source_publisher,source_published,source_kind
        acme,revenue,JP,2017-Q4,106000000,letters,Letters,Acme,8 Feb 2018,company
        """,
        "row 2.source_published: '8 Feb 2018' is not a day");
  }

  @Test
  void secretKeyInAnAddressIsNeverShown() {
    String event = event(SOURCE, DEFINITIONS).replace("/table.csv", "/none.csv?key=secret");
    assertThatThrownBy(() -> RefreshRunner.run(on("2018-03-01"), event))
        .hasMessageContaining("/none.csv answers 404")
        .hasMessageNotContaining("secret");
    assertThat(RefreshRunner.state(on("2018-03-01")).toString()).doesNotContain("secret");
  }

  private void failsAs(String content, String why) {
    failsAs(content, event(SOURCE, DEFINITIONS), why);
  }

  private void failsAsWide(String content, String why) {
    failsAs(content, event(SOURCE, DEFINITIONS, WIDE), why);
  }

  private void failsAs(String content, String event, String why) {
    server.with("/table.csv", content);
    assertThatThrownBy(() -> RefreshRunner.run(on("2018-03-01"), event)).hasMessageContaining(why);
    assertThat(RefreshRunner.state(on("2018-03-01")).get("lastError").asText()).contains(why);
    assertThat(asked("/v1/companies").at("/companies")).isEmpty();
  }

  @Test
  void htmlPageInsteadOfATableIsRefused() {
    failsAs("<html>\n<body>Maintenance</body>\n</html>", "row 1.<html>: is not a known column");
  }

  @Test
  void repeatedColumnIsRefusedWithBothPositions() {
    failsAs(
        TIDY_TABLE.replace("value,", "value,decimals,"),
        "row 1.decimals: columns 6 and 7 have the same name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"All of it", "All  of it ", "All\u00a0of it"})
  void repeatedColumnOfAWideTableIsRefusedWithBothPositions(String again) {
    failsAsWide(
        WIDE_TABLE.replace("Remark", again), "row 1.All of it: columns 2 and 4 have the same name");
  }

  @Test
  void badRowsAreNamedAndNothingIsStored() {
    failsAs(TIDY_TABLE + "acme,revenue,JP,2018-Q9,1,0\n", "row 4.period");
  }

  @Test
  void otherEncodingIsRefused() {
    server.with("/table.csv", (TIDY_TABLE + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS)))
        .hasMessageContaining("row 4: '\uFFFD' is not UTF-8");
  }

  @Test
  void byteOrderMarkBeforeAQuotedHeaderIsTaken() {
    String quoted = TIDY_TABLE.replaceFirst("company", "\"company\"");
    server.with("/table.csv", "\uFEFF" + quoted);
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS));
    assertThat(cell("JP", "").get("value").asInt()).isEqualTo(106_000_000);
  }

  @Test
  void byteOrderMarkBeforeAQuotedHeaderOfAWideTableIsTaken() {
    server.with("/table.csv", WIDE_TABLE.replaceFirst("Quarter end", "\"Quarter end\""));
    RefreshRunner.run(on("2018-03-01"), event(SOURCE, DEFINITIONS, WIDE));
    assertThat(cell("JP", "").get("value").asInt()).isEqualTo(106_000_000);
  }

  @Test
  void emptyFileIsRefused() {
    failsAs("", "has no rows");
  }

  @Test
  void fileThatIsTooLargeIsRefused() {
    failsAs("x".repeat(10_000_001), "larger than the 10,000,000 bytes");
  }

  @Test
  void invalidEventIsRefusedNamingTheField() {
    assertThatThrownBy(() -> RefreshRunner.run(on("2018-03-01"), event(DEFINITIONS, WIDE)))
        .hasMessageContaining("source: is missing");
    assertThatThrownBy(() ->
            RefreshRunner.run(
                on("2018-03-01"), event(SOURCE, WIDE.replace("\"scale\": 6", "\"scale\": 99"))))
        .hasMessageContaining("the number 99 is not a whole number from 0 to 12");
    assertThatThrownBy(() ->
            RefreshRunner.run(on("2018-03-01"), event(SOURCE, WIDE.replace("dd-MM-yyyy", "dd-bb"))))
        .hasMessageContaining("columns.format");
    assertThatThrownBy(() ->
            RefreshRunner.run(
                on("2018-03-01"), "{\"id\": \"a\", \"feed\": \"csv\", \"url\": \"file:///etc\"}"))
        .hasMessageContaining("url: the text 'file:///etc' is not an address");
  }

  @Test
  void netflixTableIsReadAsPublished() {
    server.with(
        "/netflix/netflix_revenue_updated.csv",
        PublishedData.bytes("netflix/netflix_revenue_updated.csv"));
    String event =
        Service.file("events/refresh-netflix.json")
            .replace("http://127.0.0.1:8000", server.address().toString());
    JsonNode result = RefreshRunner.run(on("2024-05-01"), event).get("lastResult");
    assertThat(result.get("added").asInt()).isEqualTo(21 * 14);
    assertThat(result.get("leftOut")).isEmpty();
    try (Service service = new Service(on("2024-05-01"))) {
      JsonNode rows =
          service
              .get(
                  "/v1/comparisons/check?company=netflix&metric=revenue-per-membership&region=UCAN&period=2023-Q3")
              .at("/rows");
      assertThat(rows.at("/0/published/value").decimalValue()).isEqualByComparingTo("16.29");
      assertThat(rows.at("/0/verdict").asText()).isEqualTo("consistent");
    }
  }
}
