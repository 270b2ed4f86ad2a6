package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.integration.ChartData;
import io.regionalmetrics.integration.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables fit where they stand. */
@InBrowser
class TablesBrowserIT {
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

  @AfterEach
  void expectNoViolations() {
    browser.expectQuiet();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "growth&company=streamer&metric=revenue&region=UCAN,EMEA,LATAM,APAC&period=2023-Q4",
        "growth&company=streamer&metric=revenue&region=UCAN&period=2023-Q4&currency=EUR",
        "regions&company=maker&metric=profit&region=DACH,NIPPON,UEBRIGE&period=2023-Q4",
        "share&company=streamer&metric=revenue&region=*&period=2023-Q4&base=yoy",
        "contribution&company=streamer&metric=revenue&region=*&period=2023-Q4",
        "contribution&company=maker&metric=profit&region=*&period=2023-Q4",
        "drivers&company=streamer&metric=revenue-per-membership&region=UCAN,EMEA&period=2023-Q4",
        "revisions&company=streamer&metric=memberships&region=UCAN,EMEA&period=2023-Q4",
        "check&company=streamer&period=2023-Q4",
        "check&company=twitter",
        "series&company=streamer&metric=revenue&region=UCAN&transform=level,yoy,qoq,share,index,ttm"
      })
  void tableFitsItsColumnWithEveryDigitToo(String question) {
    for (int width : new int[] {1280, 1024}) {
      browser.resize(width, 900);
      for (String more : new String[] {"", "&digits=every"}) {
        browser.visit(service.address() + "/?comparison=" + question + more);
        browser.see("#figures tbody tr");
        browser.settle();
        browser.run("document.getElementById('figures').scrollIntoView()");
        browser.picture("table-%s-%s".formatted(width, (question + more).hashCode()));
        assertThat(browser.number("return document.getElementById('figures').scrollWidth"))
            .as("the table at %s pixels: %s%s", width, question, more)
            .isLessThanOrEqualTo(
                browser.number(
                    "return document.getElementById('figures').parentElement.clientWidth"));
        browser.expectNoHorizontalScrolling();
      }
    }
  }
}
