package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.integration.ChartData;
import io.regionalmetrics.integration.Service;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** How readers come to questions: the first one, examples, another company, a shared link. */
@InBrowser
class QuestionsBrowserIT {
  private static final String STREAMER =
      "/?comparison=growth&company=streamer&metric=revenue&region=UCAN&period=2023-Q4";

  private static Service service;
  private static Browser browser;

  @BeforeAll
  static void start() {
    service = ChartData.service();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    service.close();
  }

  @BeforeEach
  void useADesktop() {
    browser.resize(1280, 900);
  }

  @AfterEach
  void expectNoViolations() {
    browser.expectQuiet();
  }

  private static void visit(String path) {
    browser.visit(service.address() + path);
    browser.see("#picture svg");
    browser.settle();
  }

  /** The addresses of the open examples. */
  private static List<String> examples() {
    browser.see("#starter-list [open] a");
    return browser.seen("#starter-list [open] a").stream()
        .map(anchor -> Objects.requireNonNull(anchor.getDomAttribute("href")))
        .toList();
  }

  @Test
  void examplesAboutACompanyAskEveryComparison() {
    visit(STREAMER);
    assertThat(examples())
        .extracting(address -> address.replaceFirst("^/\\?comparison=(\\w+)&.*", "$1"))
        .contains(
            "series",
            "growth",
            "regions",
            "share",
            "contribution",
            "drivers",
            "revisions",
            "check");
    assertThat(browser.texts("#starter-list [open] a")).allMatch(words -> words.endsWith("?"));
    browser.expectAccessible();
    browser.picture("examples");
  }

  @Test
  void everyExampleHasAnAnswerWithFigures() {
    for (String company : List.of("streamer", "maker", "many", "odd", "twitter")) {
      visit(
          STREAMER.replace("streamer", company).replace("&region=UCAN&period=2023-Q4", "")
              + "&region=WORLD&period=2017-Q4");
      assertThat(examples()).isNotEmpty().allSatisfy(QuestionsBrowserIT::expectFigures);
    }
  }

  private static void expectFigures(String address) {
    String api =
        address
            .replaceFirst("^/\\?comparison=series&", "/v1/series?")
            .replaceFirst("^/\\?comparison=(\\w+)&", "/v1/comparisons/$1?");
    JsonNode rows = service.get(api).expectStatus(200).json().get("rows");
    assertThat(rows.findValues("value")).as(address).isNotEmpty();
  }

  @Test
  void examplesAboutOtherCompaniesUnfold() {
    visit(STREAMER);
    browser.click("#starter-list summary", "Twitter");
    browser.click("#starter-list a", "Is $2.36 per user in Japan right?");
    browser.until(() -> browser.texts("#sentence").toString().contains("consistent"), "an answer");
    assertThat(browser.texts("#starter-list [aria-current]"))
        .containsExactly("Is $2.36 per user in Japan right?");
  }

  @Test
  void firstVisitShowsASeriesOfRegions() {
    try (Service netflix = Service.fresh()) {
      netflix
          .post(
              """
              {"source": {"id": "s", "title": "Letter", "publisher": "Netflix", "published": "2018-02-08", "kind": "company"},
               "companies": [{"id": "netflix", "name": "Netflix"}],
               "metrics": [{"id": "revenue-streaming", "name": "Streaming revenue", "kind": "flow", "dimension": "money", "unit": "USD"}],
               "regions": [{"id": "UNITED_STATES_AND_CANADA", "company": "netflix", "name": "United States and Canada"},
                           {"id": "EMEA", "company": "netflix", "name": "Europe, the Middle East and Africa"},
                           {"id": "LATAM", "company": "netflix", "name": "Latin America"},
                           {"id": "APAC", "company": "netflix", "name": "Asia Pacific"}],
               "observations": [
                 {"company": "netflix", "metric": "revenue-streaming", "region": "UNITED_STATES_AND_CANADA", "period": "2017-Q4", "value": 4000000},
                 {"company": "netflix", "metric": "revenue-streaming", "region": "EMEA", "period": "2017-Q4", "value": 3000000},
                 {"company": "netflix", "metric": "revenue-streaming", "region": "LATAM", "period": "2017-Q4", "value": 2000000},
                 {"company": "netflix", "metric": "revenue-streaming", "region": "APAC", "period": "2017-Q4", "value": 1000000},
                 {"company": "netflix", "metric": "revenue-streaming", "region": "UNITED_STATES_AND_CANADA", "period": "2016-Q4", "value": 3000000}]}
              """)
          .expectStatus(200);
      browser.visit(netflix.address() + "/");
      browser.see("#picture svg");
      assertThat(browser.address()).contains("comparison=series&company=netflix");
    }
  }

  @Test
  void answerCanBeComparedWithAnotherCompany() {
    visit(STREAMER);
    browser.click("#compare summary");
    browser.until(
        () -> "other".equals(browser.run("return document.activeElement.id")), "the field");
    browser.press("many");
    browser.see("[role=option].active");
    browser.expectAccessible();
    browser.press(Keys.ENTER);
    browser.until(() -> browser.address().contains("company=streamer,many"), "both are asked");
    browser.until(() -> browser.text("#kicker").startsWith("Streamer, "), "both are shown");
    browser.picture("compared");
  }

  @Test
  void copiedLinkReproducesWhatIsSeen() {
    browser.allowClipboard(service.address().toString());
    visit(STREAMER.replace("2023-Q4", "latest"));
    browser.click("label", "Every digit");
    assertThat(browser.address()).endsWith("&digits=every");
    String sentence = browser.text("#sentence");
    String figures = browser.text("#figures");
    browser.click("#copy-link button");
    browser.until(() -> browser.texts("#copy-link button").contains("Copied"), "it says so");
    String link = browser.copied();
    assertThat(link).contains("period=2023-Q4", "base=2022-Q4", "asOf=", "digits=every");
    visit(link.substring(service.address().toString().length()));
    assertThat(browser.text("#sentence")).isEqualTo(sentence);
    assertThat(browser.text("#figures")).isEqualTo(figures);
    List<WebElement> checked = browser.seen("#exact:checked");
    assertThat(checked).hasSize(1);
  }
}
