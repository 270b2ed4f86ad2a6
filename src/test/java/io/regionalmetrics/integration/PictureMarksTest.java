package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pictures show without words is shown by shapes, not by colours alone, and explained. */
class PictureMarksTest {
  private static final List<String> REGIONS =
      List.of("US", "JP", "DE", "FR", "GB", "CN", "IN", "BR", "CA");
  private static final int YEAR = 2021;

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
    service.post(figures()).expectStatus(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Nine regions and their whole; the United States breaks, and Japan ends with an estimate. */
  private static String figures() {
    DocumentBuilder document =
        DocumentBuilder.of("marks", "2022-02-01", "company", "Acme")
            .with("\"companies\": [{\"id\": \"acme\", \"name\": \"Acme\"}]");
    for (int q = 0; q < 8; q++) {
      for (int r = 0; r < REGIONS.size(); r++) {
        document.observation(figure(REGIONS.get(r), q, 900 - 80 * r + (r % 2 == 0 ? q : -q)));
      }
      document.observation(figure("WORLD", q, 6000 + q));
    }
    return document.json();
  }

  private static String figure(String region, int q, int millions) {
    String status =
        region.equals("US") && q == 5
            ? "B"
            : region.equals("JP") && q == 7 ? "E" : region.equals("DE") && q == 7 ? "P" : "A";
    return """
    {"company": "acme", "metric": "revenue", "region": "%s", "period": "%s-Q%s", "value": %s000000, "decimals": -6, "status": "%s"}\
    """
        .formatted(region, YEAR - 1 + q / 4, q % 4 + 1, millions, status);
  }

  private static String picture(String question) {
    return service.get("/v1/" + question + "&format=svg").expectStatus(200).text();
  }

  private static String series(String regions) {
    return picture("series?company=acme&metric=revenue&region=" + regions);
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void aSeriesOfManyRegionsColoursTheLargestFiveAndNamesTheGreyOnes() {
    String picture = series("*");
    assertThat(count(picture, "<g class=\"c[0-5]\" data-field")).isEqualTo(5);
    assertThat(count(picture, "<g class=\"c6\" data-field")).isEqualTo(4);
    assertThat(picture).contains(">United States</text>").doesNotContain(">Canada</text>");
    assertThat(picture).contains(">Grey: China $493m, India $427m, Brazil $333m, Canada $267m.<");
  }

  @Test
  void highlightNamesTheRegionsToColour() {
    String picture = series("*&highlight=CA,BR");
    assertThat(count(picture, "<g class=\"c[0-5]\" data-field")).isEqualTo(2);
    assertThat(picture)
        .contains(">Canada</text>", ">Brazil</text>")
        .doesNotContain(">Japan</text>");
    assertThat(count(series("US,JP,DE&highlight=DE"), "<g class=\"c6\" data-field")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZA", "nonsense", "US,ZA", "US+JP", "US,JP,DE,FR,GB,CN,IN", ""})
  void highlightedRegionsThatTheSeriesLacksAndTooManyAreRefused(String codes) {
    Service.Reply reply =
        service.get(
            "/v1/series?company=acme&metric=revenue&region=*&format=svg&highlight=" + codes);
    assertThat(reply.status()).isBetween(400, 422);
    assertThat(AnswerAssertions.invalid(reply.json())).containsExactly("highlight");
  }

  @Test
  void highlightIsRefusedForOtherFormatsAndComparisons() {
    Service.Reply json =
        service
            .get("/v1/series?company=acme&metric=revenue&region=US&highlight=US")
            .expectStatus(422);
    assertThat(AnswerAssertions.invalid(json.json())).containsExactly("highlight");
    service
        .get(
            "/v1/comparisons/growth?company=acme&metric=revenue&region=US&period=2021-Q4&highlight=US&format=svg")
        .expectStatus(400);
  }

  @Test
  void aSeriesOfManyRegionsLeavesOutAWholeBesideWhichTheyWouldLookAlike() {
    assertThat(series("*"))
        .contains("World $6.01bn is not drawn: beside it the others would look alike.");
    assertThat(series("*&transform=yoy")).contains(">World</text>").doesNotContain("is not drawn");
    assertThat(series("*&highlight=CA")).doesNotContain("Grey: World");
  }

  @Test
  void aSeriesOfFewRegionsColoursAll() {
    assertThat(count(series("US,JP,DE,FR,GB,CN"), "<g class=\"c[0-5]\" data-field")).isEqualTo(6);
  }

  @Test
  void aBreakInterruptsItsLineWithTwoStrokesThatTheNotesExplain() {
    String picture = series("US,FR");
    assertThat(count(picture, "stroke-width=\"1.5\" d=\"M[^\"]*M[^\"]*\"")).isEqualTo(1);
    assertThat(picture).contains("Two strokes (//): from there on something else is counted");
    assertThat(series("FR")).doesNotContain("Two strokes");
  }

  @Test
  void aSentenceDoesNotCompareLevelsBeforeAndAfterABreak() {
    assertThat(picture("series?company=acme&metric=revenue&region=US"))
        .contains("was $900m in 2020-Q1 and $907m in 2021-Q4");
    assertThat(series("US,FR")).contains("$900m to $907m (not comparable) in the United");
  }

  @Test
  void provisionalAndEstimatedFiguresOfALineAreSquaresThatTheNotesExplain() {
    String picture = series("US,JP,DE");
    assertThat(count(picture, "<rect class=\"p\" stroke=\"currentColor\"")).isEqualTo(2);
    assertThat(picture).contains("Squares and dashed lines: provisional or estimated.");
    assertThat(series("US")).doesNotContain("Squares");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comparisons/growth?region=JP",
        "comparisons/regions?region=JP,US",
        "comparisons/share?region=JP",
        "comparisons/contribution?region=JP"
      })
  void aBarOfAnEstimateHasADashedOutlineThatTheNotesExplain(String question) {
    String picture = picture(question + "&company=acme&metric=revenue&period=2021-Q4");
    assertThat(count(picture, "fill-opacity=\"0.35\" stroke=\"currentColor\"")).isEqualTo(1);
    assertThat(picture).contains("Pale with a dashed outline: provisional or estimated.");
  }

  @Test
  void aContributionThatTakesAwayPointsToTheLeft() {
    String picture =
        picture(
            "comparisons/contribution?company=acme&metric=revenue&period=2021-Q2&region=US,CN,FR");
    List<MatchResult> steps =
        Pattern.compile(
                "<path class=\"c\\d\" fill=\"currentColor\" d=\"M([\\d.]+) [\\d.]+L([\\d.]+)")
            .matcher(picture)
            .results()
            .toList();
    assertThat(steps)
        .extracting(step -> Double.parseDouble(step.group(1)) < Double.parseDouble(step.group(2)))
        .contains(true, false);
    assertThat(picture).contains("those that point left (orange) take away");
  }

  @Test
  void aRowWhoseDefinitionChangedHasAMarkThatTheNotesExplain() {
    String picture =
        picture("comparisons/growth?company=acme&metric=revenue&period=2021-Q4&region=US,FR");
    assertThat(picture)
        .contains(">United States †</text>")
        .contains(">France</text>")
        .contains("† What is counted changed between the quarters");
  }

  @Test
  void wordsOfANarrowPictureHaveAtLeastNinePixels() {
    String picture = series("*&width=320");
    assertThat(picture).contains("width=\"320\"");
    assertThat(
            Pattern.compile("font-size:([\\d.]+)px")
                .matcher(picture)
                .results()
                .map(size -> Double.parseDouble(size.group(1))))
        .isNotEmpty()
        .allMatch(size -> size >= 9);
  }

  @Test
  void aSeriesOfFiftyRegionsNamesTwelveGreyOnesAndSaysHowManyMore() {
    DocumentBuilder document =
        DocumentBuilder.of("many", "2022-02-01", "company", "Many")
            .with("\"companies\": [{\"id\": \"many\", \"name\": \"Many\"}]")
            .with(
                IntStream.range(0, 50)
                    .mapToObj(r ->
                        "{\"id\": \"R%1$d\", \"company\": \"many\", \"name\": \"R%1$d\"}"
                            .formatted(10 + r))
                    .collect(Collectors.joining(", ", "\"regions\": [", "]")));
    IntStream.range(0, 50)
        .forEach(
            r -> document.levelOf("many", "revenue", "R" + (10 + r), "2021-Q4", "" + (5000 - r)));
    service.post(document.json()).expectStatus(200);
    assertThat(picture("series?company=many&metric=revenue&region=*&width=2000"))
        .contains(" and 33 more.");
  }
}
