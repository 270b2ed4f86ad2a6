package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.integration.ArticleRates;
import io.regionalmetrics.integration.DocumentBuilder;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.ConceptLines;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.SourceFile;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.threeten.extra.YearQuarter;

/** The explorer in a browser. */
@InBrowser
class ExplorerBrowserIT {
  private static final String OF_JAPAN = "company=twitter&metric=revenue&region=JP&period=2017-Q4";
  private static final String GROWTH = "/?comparison=growth&" + OF_JAPAN;
  private static final String SENTENCE =
      "Twitter's revenue in Japan rose 34% to $106m in 2017-Q4, from an implied $79m a year earlier.";

  private static Wiring wiring;
  private static Service service;
  private static Browser browser;

  @BeforeAll
  static void start() {
    wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    ArticleRates.put(wiring);
    storeFeed();
    storeYearlyCompany();
    service = new Service(wiring);
    store(Service.article());
    store(
        DocumentBuilder.company("letter-2018-02-08", "2018-02-08")
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "WORLD", "2016-Q4", "717206000", -3)
            .level("users", "WORLD", "2017-Q4", "330000000", -6)
            .level("users", "WORLD", "2016-Q4", "319000000", -6)
            .json());
    store(
        DocumentBuilder.company("letter-2018-04-25", "2018-04-25")
            .level("users", "WORLD", "2016-Q4", "318000000", -6)
            .json());
    storeFiledFigure();
    browser = new Browser();
  }

  private static void store(String document) {
    service.post(document).expectStatus(200);
  }

  /** Stores a feed that succeeded and then failed. */
  private static void storeFeed() {
    Instant now = Service.TODAY.instant();
    new Store(wiring.client(), wiring.table(), wiring.clock())
        .feeds()
        .write(
            new FeedState(
                "ecb",
                "ecb-rates",
                "https://www.ecb.europa.eu/",
                now,
                Optional.of(now.minus(Duration.ofDays(2))),
                Optional.empty(),
                Optional.of("answered with 500"),
                Map.of()),
            0,
            Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }

  /** Stores a company whose filings report revenue by region only for whole years. */
  private static void storeYearlyCompany() {
    ingest()
        .define(
            new Company(
                "yearly", "Yearly", Optional.empty(), Optional.empty(), LocalDate.of(2018, 1, 1)),
            FilingTraits.of(ConceptLines.NONE, List.of("revenue")),
            Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }

  private static Ingest ingest() {
    return new Ingest(new Store(wiring.client(), wiring.table(), wiring.clock()), wiring.clock());
  }

  /** Stores a figure that was read from a filing. */
  private static void storeFiledFigure() {
    Source filing =
        new Source(
            "sec-1",
            "Filer 10-Q",
            "Filer",
            Optional.of("https://www.sec.gov/filer_htm.xml"),
            LocalDate.of(2018, 2, 1),
            Source.SourceKind.FILING,
            Optional.of(
                new SourceFile(
                    "ab".repeat(32), Optional.of("https://www.sec.gov/ix?doc=/filer.htm"))));
    Company filer =
        new Company("filer", "Filer", Optional.empty(), Optional.empty(), filing.published());
    ingest()
        .take(
            Document.of(
                filing, List.of(filer), List.of(), List.of(), List.of(filedFigure()), List.of()),
            Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }

  private static Document.ObservationRow filedFigure() {
    return new Document.ObservationRow(
        "filer",
        "revenue",
        "US",
        YearQuarter.of(2017, 4),
        Measure.LEVEL,
        Optional.empty(),
        Optional.of(new BigDecimal(100)),
        new Precision.Decimals(0),
        Status.NORMAL,
        Optional.empty(),
        Optional.empty(),
        List.of(
            FiledFact.of(
                "us-gaap:Revenues",
                Map.of("srt:StatementGeographicalAxis", "country:US"),
                Optional.of("f-1"))));
  }

  @AfterAll
  static void stop() {
    browser.close();
    service.close();
  }

  @BeforeEach
  void useADesktop() {
    browser.resize(1280, 900);
    browser.prefer("prefers-color-scheme", "light");
  }

  @AfterEach
  void expectNoViolations() {
    browser.expectQuiet();
  }

  private static void visit(String path) {
    browser.visit(service.address() + path);
  }

  private static String path() {
    return browser.address().substring(service.address().toString().length());
  }

  private static void expectSentence(String sentence) {
    browser.until(() -> browser.texts("#sentence").contains(sentence), sentence);
    browser.settle();
  }

  private static void expectPath(String path) {
    browser.until(() -> path().equals(path), "the address is " + path);
  }

  @Test
  void firstVisitAnswersTheArticlesQuestion() {
    visit("/");
    expectSentence(SENTENCE);
    expectPath(GROWTH);
    assertThat(browser.title()).startsWith(SENTENCE);
    assertThat(browser.text("#figures caption")).isEqualTo("Revenue of Twitter");
    assertThat(browser.texts("#figures thead th"))
        .containsExactly("Region", "2017-Q4", "2016-Q4", "Change", "Growth");
    assertThat(browser.text("#figures tbody tr"))
        .contains("Japan", "$106m", "105.5m to 106.5m", "$79.1m", "78.4m to 79.8m", "implied")
        .contains("+$26.9m", "+34%", "33.5 to 34.5");
    assertThat(browser.text("#finding-list"))
        .isEqualTo(
            "Base implied. 2016-Q4 was not published; it follows from the published growth.");
    assertThat(browser.text("#source-list")).contains("Reuters, 2018-03-01 (press)");
    browser.expectAccessible();
    browser.picture("first-visit");
  }

  @Test
  void addressWithoutAQuestionIsTreatedAsAFirstVisit() {
    visit("/?utm_source=letter");
    expectSentence(SENTENCE);
    expectPath(GROWTH);
  }

  @Test
  void articlesOtherQuestionsAreExamples() {
    visit("/");
    browser.click("#starter-list a", "Is $2.36 per user in Japan right?");
    expectSentence("Of 3 relations between figures, 3 are consistent.");
    assertThat(browser.texts("#figures .verdict")).containsOnly("Consistent");
  }

  @ParameterizedTest
  @CsvSource({
    "growth, metric=revenue&region=JP&period=2017-Q4&base=yoy",
    "regions, metric=revenue-per-user&region=JP%2CWORLD-US&period=2017-Q4&against=WORLD-US",
    "share, metric=revenue&region=JP&period=2017-Q4&whole=WORLD&base=yoy",
    "contribution, metric=revenue&region=JP&period=2017-Q4&whole=WORLD&base=2016-Q4",
    "drivers, metric=revenue-per-user&region=JP&period=2017-Q4",
    "revisions, metric=users&region=WORLD&period=2016-Q4&from=2018-03-01&to=2018-05-01",
    "check, metric=revenue-per-user&region=JP&period=2017-Q4",
    "series, metric=users&region=JP&transform=level%2Cyoy&startPeriod=2016-Q4&endPeriod=2017-Q4"
  })
  void everyComparisonIsAnswered(String comparison, String rest) {
    String asked = "company=twitter&" + rest;
    String api = comparison.equals("series") ? "/v1/series" : "/v1/comparisons/" + comparison;
    JsonNode answer = service.get(api + "?" + asked).json();
    visit("/?comparison=" + comparison + "&" + asked);
    expectSentence(answer.get("sentence").textValue());
    browser.expect("input[name=comparison][value=" + comparison + "]:checked");
    assertThat(browser.seen("#figures tbody tr").size())
        .isGreaterThanOrEqualTo(answer.get("rows").size());
    browser.see("#picture svg");
    assertThat(browser.run("return document.querySelector('#picture title').textContent"))
        .isEqualTo(answer.get("sentence").textValue());
    assertThat(browser.number("return document.getElementById('picture').clientWidth"))
        .isGreaterThan(300);
    browser.expectAccessible();
    browser.expectNoHorizontalScrolling();
    browser.picture("comparison-" + comparison);
  }

  @Test
  void everyComparisonHasItsOwnFields() {
    Map<String, List<String>> fields =
        Map.of(
            "growth", List.of("base"),
            "regions", List.of("against"),
            "share", List.of("base", "whole"),
            "contribution", List.of("base", "whole"),
            "drivers", List.of("base"),
            "revisions", List.of("from", "to"),
            "check", List.of(),
            "series", List.of("transform", "startPeriod", "endPeriod"));
    List<String> common = List.of("company", "metric", "region", "period", "currency", "asOf");
    fields.forEach((comparison, own) -> {
      visit(
          "/?comparison="
              + comparison
              + "&company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4");
      browser.settle();
      List<String> shown =
          browser.seen(".field").stream()
              .map(field -> field.getDomAttribute("data-field"))
              .toList();
      List<String> expected =
          new ArrayList<>(
              common.stream()
                  .filter(one -> !comparison.equals("series") || !one.equals("period"))
                  .toList());
      expected.addAll(own);
      assertThat(shown).as(comparison).containsExactlyInAnyOrderElementsOf(expected);
    });
  }

  @Test
  void comparisonCanBeChangedInThePage() {
    visit(GROWTH);
    expectSentence(SENTENCE);
    browser.click("#comparison label", "Drivers");
    browser.until(() -> path().startsWith("/?comparison=drivers&"), "drivers are asked for");
    browser.until(
        () -> browser.texts("#sentence").stream().anyMatch(words -> words.contains("users added")),
        "drivers are told");
    assertThat(path()).contains("metric=revenue-per-user");
    assertThat(browser.texts("#figures tbody th"))
        .anyMatch(words -> words.startsWith("By users"))
        .anyMatch(words -> words.startsWith("By revenue per user"));
  }

  @Test
  void deepLinkFillsTheFieldsAndShowsTheAnswer() {
    visit(GROWTH + "&base=2016-Q4&currency=EUR&fx=1.2294&asOf=2018-03-01");
    expectSentence(
        "Twitter's revenue in Japan rose 34% to €86m in 2017-Q4, from an implied €64m a year earlier."
            + " Converted to EUR at 1.2294.");
    browser.until(() -> !browser.seen("#currency option[value=EUR]:checked").isEmpty(), "EUR");
    assertThat(browser.run("return document.getElementById('base').value")).isEqualTo("2016-Q4");
    assertThat(browser.run("return document.getElementById('fx').value")).isEqualTo("rate");
    assertThat(browser.run("return document.getElementById('asOf').value")).isEqualTo("2018-03-01");
    assertThat(browser.texts(".chips span")).containsExactly("Twitter", "Japan");
    assertThat(browser.text("#kicker")).endsWith("as known on 2018-03-01");
  }

  @Test
  void currencyCanBeChanged() {
    visit(GROWTH);
    expectSentence(SENTENCE);
    browser.run(
        """
        const select = document.getElementById('currency');
        select.value = 'EUR';
        select.dispatchEvent(new Event('change', {bubbles: true}));
        """);
    expectPath(GROWTH + "&currency=EUR");
    browser.until(() -> browser.text("#sentence").contains("€90m"), "euros are told");
    browser.see("#fx");
    browser.click("#workings summary");
    assertThat(browser.text("#working-list")).contains("converted from $106m");
  }

  @Test
  void backForwardAndReloadAskAgain() {
    visit("/");
    expectSentence(SENTENCE);
    browser.click("#starter-list a", "How did its users in Japan grow?");
    String users =
        service
            .get("/v1/comparisons/growth?company=twitter&metric=users&region=JP&period=2017-Q4")
            .at("/sentence")
            .textValue();
    expectSentence(users);
    browser.click("#comparison label", "Over time");
    browser.until(() -> path().startsWith("/?comparison=series"), "a series is asked for");
    browser.back();
    expectSentence(users);
    browser.expect("input[value=growth]:checked");
    browser.back();
    expectSentence(SENTENCE);
    browser.forward();
    expectSentence(users);
    browser.reload();
    expectSentence(users);
  }

  @Test
  void everythingWorksWithTheKeyboardAlone() {
    visit("/?comparison=regions&company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4");
    browser.settle();
    browser.tabTo("#region");
    browser.press("united st");
    browser.until(() -> !browser.seen("[role=option].active").isEmpty(), "an option is active");
    assertThat(browser.text("[role=option].active")).startsWith("United States");
    assertThat(browser.run("return document.activeElement.getAttribute('aria-activedescendant')"))
        .isEqualTo("region-option-0");
    browser.expectAccessible();
    browser.picture("combobox");
    browser.press(Keys.ENTER);
    browser.until(() -> path().contains("region=JP,US"), "the US are asked about too");
    browser.press("world-us", Keys.NULL);
    browser.until(
        () ->
            browser.texts("[role=option].active").stream()
                .anyMatch(words -> words.contains("WORLD-US")),
        "an expression is offered");
    browser.press(Keys.ENTER);
    browser.until(() -> path().contains("region=JP,US,WORLD-US"), "an expression is asked about");
    browser.press(Keys.BACK_SPACE);
    browser.until(() -> path().contains("region=JP,US&"), "the last is taken away");
    browser.press(Keys.ARROW_DOWN);
    browser.see("#region-list");
    browser.press(Keys.ESCAPE);
    browser.until(() -> browser.seen("#region-list").isEmpty(), "the list is closed");
    browser.tabTo("#exact");
    browser.press(Keys.SPACE);
    browser.tabTo("#download-csv");
  }

  @Test
  void skipLinkLeadsToTheAnswer() {
    visit(GROWTH);
    expectSentence(SENTENCE);
    browser.press(Keys.TAB, Keys.ENTER);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GROWTH,
        "/?comparison=regions&company=twitter&metric=revenue-per-user&region=JP,WORLD-US&period=2017-Q4",
        "/?comparison=check&company=twitter",
        "/?comparison=drivers&company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4",
        "/?comparison=series&company=twitter&metric=users&region=JP,WORLD&transform=level,yoy,qoq",
        "/?comparison=growth&company=twitter&metric=revenue&region=XX&period=2017-Q4"
      })
  void narrowScreenHasOneColumn(String path) {
    browser.resize(320, 640);
    visit(path);
    browser.settle();
    browser.expectNoHorizontalScrolling();
    browser.expectAccessible();
    browser.picture("narrow-" + Integer.toHexString(path.hashCode()));
  }

  @Test
  void narrowScreenFoldsTheQuestion() {
    browser.resize(320, 640);
    visit(GROWTH);
    expectSentence(SENTENCE);
    assertThat(browser.seen("#period")).isEmpty();
    assertThat(browser.text("#asked")).isEqualTo("Growth · Twitter · Revenue · Japan · 2017-Q4");
    browser.click("#asker summary");
    browser.see("#period");
    browser.expectNoHorizontalScrolling();
    browser.expectAccessible();
  }

  @Test
  void darkModeHasADarkBackground() {
    browser.prefer("prefers-color-scheme", "dark");
    visit(GROWTH);
    expectSentence(SENTENCE);
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(21, 23, 26)");
    browser.expectAccessible();
    browser.picture("dark");
  }

  @Test
  void reducedMotionStopsAnimations() {
    browser.prefer("prefers-reduced-motion", "reduce");
    visit(GROWTH);
    expectSentence(SENTENCE);
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one)"
                    + ".transitionDuration !== '0s').length"))
        .isEqualTo(0L);
  }

  @Test
  void answerWithoutAChartLeavesNoGap() {
    browser.block("*format=svg*");
    visit(GROWTH);
    expectSentence(SENTENCE);
    browser.until(() -> browser.seen("#chart").isEmpty(), "the chart's place is gone");
    browser.block();
    browser.click("#starter-list a", "How did its users in Japan grow?");
    browser.see("#picture svg");
  }

  @Test
  void refusedQuestionIsExplainedBesideItsField() {
    String path = "/?comparison=growth&company=twitter&metric=revenue&region=XX&period=2017-Q4";
    JsonNode problem =
        service
            .get("/v1/comparisons/growth?company=twitter&metric=revenue&region=XX&period=2017-Q4")
            .json();
    visit(GROWTH);
    expectSentence(SENTENCE);
    browser.follow(service.address() + path);
    browser.see("#refused");
    assertThat(browser.text("#refused-words")).isEqualTo(problem.get("detail").textValue());
    assertThat(browser.text("#region-error"))
        .isEqualTo(problem.at("/invalid_params/0/reason").textValue());
    assertThat(browser.see("#region").getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.see("#region").getDomAttribute("aria-describedby")).contains("region-error");
    assertThat(browser.seen("#sentence")).isEmpty();
    browser.expectAccessible();
    browser.picture("refused");
    browser.back();
    expectSentence(SENTENCE);
    assertThat(browser.seen("#region-error")).isEmpty();
  }

  @Test
  void missingFigureShowsTheReason() {
    visit("/?comparison=growth&company=twitter&metric=revenue&region=JP&period=2016-Q1");
    browser.settle();
    assertThat(browser.text("#figures .missing summary")).isEqualTo("No observation");
    browser.expectAccessible();
    browser.picture("missing");
    assertThat(browser.see("#figures .missing").getDomAttribute("open")).isNull();
    browser.click("#figures .missing summary");
    assertThat(browser.see("#figures .missing").getDomAttribute("open")).isNotNull();
    assertThat(browser.text("#figures .missing")).contains("not published");
    browser.expectAccessible();
  }

  @Test
  void unfinishedQuestionNamesTheMissingField() {
    visit("/?comparison=growth&company=twitter");
    assertThat(browser.text("#incomplete")).contains("Choose metric, region, period");
    browser.expectAccessible();
  }

  @Test
  void unreachableServerIsReportedAndTriedAgain() {
    Wiring own = LocalDynamoDb.freshWiring(Service.TODAY);
    Service first = new Service(own);
    URI address = first.address();
    first.post(Service.article());
    browser.visit(address + GROWTH);
    expectSentence(SENTENCE);
    browser.see("#starter-list a");
    first.close();
    browser.click("#starter-list a", "How did its users in Japan grow?");
    assertThat(browser.text("#gone")).contains("The server can’t be reached.", "Try again");
    assertThat(browser.texts("#sentence")).containsExactly(SENTENCE);
    browser.until(
        () ->
            browser.number(
                    "return getComputedStyle(document.getElementById('answered')).opacity * 1")
                < 0.5,
        "the answer before is dimmed");
    browser.expectAccessible();
    browser.picture("gone");
    browser.click("#again");
    browser.see("#gone");
    try (Service second = new Service(own, address.getPort())) {
      browser.click("#again");
      browser.until(() -> browser.text("#sentence").contains("users in Japan"), "users are told");
      browser.settle();
      browser.expectAccessible();
      assertThat(browser.seen("#gone")).isEmpty();
    }
  }

  @Test
  void nameThatLooksLikeAScriptIsShownAsText() {
    String name = "<script>document.title='run'</script><img src=x onerror=alert(1)>";
    try (Service service = Service.fresh()) {
      Service.Reply reply =
          service
              .post(
                  """
                  {"source": {"id": "s", "title": "<b>Letter</b>", "publisher": "<i>Who</i>", "published": "2018-02-08", "kind": "company"},
                   "companies": [{"id": "odd", "name": "%s"}],
                   "metrics": [{"id": "revenue", "name": "<u>Revenue</u>", "kind": "flow", "dimension": "money", "unit": "USD"}],
                   "observations": [
                     {"company": "odd", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 1234567890123456789012345678, "note": "<em>note</em>"},
                     {"company": "odd", "metric": "revenue", "region": "JP", "period": "2016-Q4", "value": 1}]}
                  """
                      .formatted(name))
              .expectStatus(200);
      browser.visit(service.address() + "/");
      browser.until(
          () -> browser.texts("#kicker").stream().anyMatch(words -> words.contains(name)), name);
      browser.settle();
      assertThat(browser.text("#sentence")).contains(name);
      assertThat(browser.texts(".chips span")).contains(name);
      assertThat(browser.text("#source-list")).contains("<b>Letter</b>", "<i>Who</i>");
      assertThat(browser.title()).isNotEqualTo("run");
      assertThat(browser.run("return document.scripts.length")).isEqualTo(1L);
      browser.click("label", "Every digit");
      assertThat(browser.text("#figures tbody")).contains("$1,234,567,890,123,456,789,012,345,678");
      browser.expectAccessible();
      browser.expectNoHorizontalScrolling();
      browser.picture("script-name");
    }
  }

  @Test
  void emptyTableShowsWhatToDo() {
    try (Service service = Service.fresh()) {
      browser.visit(service.address() + "/");
      assertThat(browser.text("#empty"))
          .contains("There are no figures here yet", "/v1/observations");
      browser.expectAccessible();
      browser.picture("empty");
    }
  }

  @Test
  void pageShowsHowFreshTheFiguresAre() {
    visit(GROWTH);
    browser.until(
        () -> browser.text("#feeds").contains("The euro’s reference rates"), "a feed is told of");
    assertThat(browser.text("#feeds")).contains("fetched", "ago", "failed: answered with 500");
  }

  @Test
  void answerCanBeQuoted() {
    browser.allowClipboard(service.address().toString());
    visit(GROWTH);
    expectSentence(SENTENCE);
    String citation = service.get("/v1/comparisons/growth?" + OF_JAPAN).at("/citation").textValue();
    browser.click("#quotes button", "Copy citation");
    browser.until(() -> browser.texts("#quotes button").contains("Copied"), "it says so");
    assertThat(browser.copied())
        .startsWith(SENTENCE + " Sources: Reuters, 2018-03-01. ")
        .endsWith(service.address() + citation);
    browser.click("#quotes button", "Copy curl");
    browser.until(() -> browser.copied().startsWith("curl "), "curl is copied");
    assertThat(browser.copied()).isEqualTo("curl '%s%s'".formatted(service.address(), citation));
    browser.click("#quotes button", "Copy embed");
    browser.until(() -> browser.copied().startsWith("<img "), "the embed is copied");
    assertThat(browser.copied())
        .contains("&amp;format=svg&amp;width=720\"", "alt=\"Twitter's revenue in Japan rose 34%");
  }

  @Test
  void answerCanBeDownloaded() {
    visit(GROWTH);
    expectSentence(SENTENCE);
    String csv = browser.see("#download-csv").getDomAttribute("href");
    Service.Reply reply = service.get(csv).expectStatus(200);
    assertThat(reply.header("content-type")).startsWith("text/csv");
    assertThat(browser.see("#download-csv").getDomAttribute("download"))
        .isEqualTo("twitter-revenue-growth-2017-Q4.csv");
    String workbook = browser.see("#download-xlsx").getDomAttribute("href");
    assertThat(service.get(workbook).header("content-type")).contains("spreadsheetml");
    String svg = browser.see("#download-svg").getDomAttribute("href");
    assertThat(service.get(svg).header("content-type")).startsWith("image/svg+xml");
  }

  @Test
  void chartCanBeSavedAsAPngOfTwiceItsSize(@TempDir Path folder) throws IOException {
    browser.saveDownloads(folder);
    visit(GROWTH);
    expectSentence(SENTENCE);
    browser.click("#download-png");
    Path file = folder.resolve("twitter-revenue-growth-2017-Q4.png");
    browser.until(() -> Files.exists(file), "a PNG is saved");
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(1440);
    assertThat(colors(picture)).as("colors of the chart").isGreaterThan(3);
  }

  private static long colors(BufferedImage picture) {
    return Arrays.stream(
            picture.getRGB(
                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void companyThatReportsRegionsOnlyByYearSaysSo() {
    visit("/?comparison=growth&company=yearly&metric=revenue&region=US&period=2017-Q4");
    String note = "Yearly reports revenue by region only for whole years, which aren’t stored.";
    browser.until(() -> browser.texts("#company-note").contains(note), note);
    browser.expectAccessible();
    browser.picture("regions-only-by-year");
    visit(GROWTH);
    expectSentence(SENTENCE);
    assertThat(browser.texts("#company-note")).doesNotContain(note);
  }

  @Test
  void figureOfAFilingLinksToItsFact() {
    visit("/?comparison=regions&company=filer&metric=revenue&region=US&period=2017-Q4");
    browser.until(() -> browser.text("#source-list").contains("Filer 10-Q"), "the source");
    assertThat(browser.text("#source-list")).contains("SHA-256 abab");
    browser.click("#workings summary");
    String fact = "filed as us-gaap:Revenues, country:US";
    browser.until(() -> browser.texts("#working-list dd").contains(fact), fact);
    assertThat(browser.see("#working-list a").getAttribute("href"))
        .isEqualTo("https://www.sec.gov/ix?doc=/filer.htm#f-1");
    browser.expectAccessible();
    browser.picture("fact-of-a-filing");
  }
}
