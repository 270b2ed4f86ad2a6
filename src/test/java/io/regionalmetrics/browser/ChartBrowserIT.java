package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.integration.ChartData;
import io.regionalmetrics.integration.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The charts of the explorer answer to the pointer, to touch and to the keyboard. */
@InBrowser
class ChartBrowserIT {
  private static final String GROWTH =
      "/?comparison=growth&company=twitter&metric=revenue&region=JP&period=2017-Q4";
  private static final String SERIES =
      "/?comparison=series&company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC";

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

  /** What screen readers say at the cursor. */
  private static String said() {
    return String.valueOf(browser.see("#cursor").getDomAttribute("aria-valuetext"));
  }

  @Test
  void pointerShowsTheFigureWithItsBoundsOriginAndSource() {
    visit(GROWTH);
    browser.point("#cursor", 0.3, 0.55);
    assertThat(browser.text("#tip"))
        .contains("Japan · 2017-Q4", "$106m", "between 105.5m and 106.5m", "as published")
        .contains("Reuters, 2018-03-01");
    browser.expectAccessible();
    browser.picture("chart-pointer");
    browser.point("#sentence", 0.5, 0.5);
    browser.until(() -> browser.seen("#tip").isEmpty(), "the tip is gone");
  }

  @Test
  void impliedFigureSaysSo() {
    visit(GROWTH);
    browser.point("#cursor", 0.3, 0.4);
    assertThat(browser.text("#tip")).contains("Japan · 2016-Q4", "$79.1m", "implied");
  }

  @Test
  void pointOfASeriesShowsTheOtherRegionsOfItsQuarter() {
    visit(SERIES);
    browser.point("#cursor", 0.4, 0.3);
    assertThat(browser.text("#tip"))
        .contains("United States and Canada · 20")
        .contains("Europe, the Middle East and Africa", "Latin America");
    assertThat(browser.seen("#spots .ring")).hasSize(1);
    assertThat(browser.seen("#spots .dot")).isNotEmpty();
    browser.picture("chart-series-pointer");
  }

  @Test
  void arrowKeysGoFromFigureToFigure() {
    visit(SERIES);
    browser.tabTo("#cursor");
    String newest = said();
    assertThat(newest).startsWith("United States and Canada · 2023-Q4").contains("as published");
    browser.press(Keys.ARROW_LEFT);
    assertThat(said()).startsWith("United States and Canada · 2023-Q3");
    browser.press(Keys.ARROW_DOWN);
    assertThat(said()).doesNotContain("United States and Canada ·").contains("2023-Q3");
    browser.press(Keys.HOME);
    assertThat(said()).startsWith("United States and Canada · 2019-Q1");
    browser.expectAccessible();
    browser.picture("chart-keyboard");
    browser.press(Keys.ESCAPE);
    assertThat(browser.seen("#tip")).isEmpty();
  }

  @Test
  void enterLeadsToTheSourceAndEscapeBack() {
    service
        .post(
            """
            {"source": {"id": "letter", "title": "Letter", "publisher": "Linked", "url": "https://example.com/letter", "published": "2018-02-08", "kind": "company"},
             "companies": [{"id": "linked", "name": "Linked"}],
             "observations": [
               {"company": "linked", "metric": "revenue", "region": "JP", "period": "2017-Q4", "value": 5000000},
               {"company": "linked", "metric": "revenue", "region": "JP", "period": "2016-Q4", "value": 4000000}]}
            """)
        .expectStatus(200);
    visit("/?comparison=growth&company=linked&metric=revenue&region=JP&period=2017-Q4");
    browser.tabTo("#cursor");
    browser.press(Keys.ARROW_DOWN, Keys.ENTER);
    assertThat(browser.run("return document.activeElement.href"))
        .isEqualTo("https://example.com/letter");
    browser.press(Keys.ESCAPE);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("cursor");
  }

  @Test
  void tapShowsTheFigureUntilTheNextTapElsewhere() {
    browser.resize(390, 800);
    visit(GROWTH);
    browser.run("document.getElementById('cursor').scrollIntoView()");
    tap("#cursor");
    assertThat(browser.text("#tip")).contains("Japan · 201");
    browser.expectNoHorizontalScrolling();
    browser.picture("chart-touch");
    tap("#figures-title");
    browser.until(() -> browser.seen("#tip").isEmpty(), "the tip is gone");
  }

  private static void tap(String selector) {
    List<?> place =
        (List<?>)
            browser.run(
                "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                    + " return [box.left + box.width / 2, box.top + box.height / 2]",
                selector);
    Map<String, Object> point =
        Map.of("x", place.get(0), "y", place.get(1), "pointerType", "touch");
    browser.cdp(
        "Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", List.of(point)));
    browser.cdp("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
  }

  @Test
  void everyDigitIsShownInTheChartToo() {
    visit(GROWTH);
    browser.click("label", "Every digit");
    browser.point("#cursor", 0.3, 0.55);
    assertThat(browser.text("#tip")).contains("$106,000,000");
  }
}
