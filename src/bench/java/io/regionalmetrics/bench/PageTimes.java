package io.regionalmetrics.bench;

import io.regionalmetrics.browser.Browser;
import io.regionalmetrics.integration.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the explorer in a browser: bytes loaded and times until it answers, on a desktop and on
 * a phone with a slow connection as Lighthouse defines it. The server runs on this machine, so the
 * times of Lambda and API Gateway are not included.
 *
 * <pre>mvn -Pbench -Dbench.main=io.regionalmetrics.bench.PageTimes</pre>
 */
public final class PageTimes {
  private static final int VISITS = 9;

  /**
   * Slow 4G: a round trip of 150 ms, 1.6 Mbit/s down, 750 kbit/s up; with a CPU slowed to a
   * quarter.
   */
  private static final Map<String, Object> SLOW =
      Map.of(
          "offline",
          false,
          "latency",
          150,
          "downloadThroughput",
          204_800,
          "uploadThroughput",
          96_000);

  private static final String MEASURE =
      """
      const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const own = all.filter((one) => one.name.startsWith(location.origin) && !new URL(one.name).pathname.startsWith('/v1/'));
      const kilobytes = (some) => some.reduce((sum, one) => sum + one.transferSize, 0) / 1000;
      return [own.length, kilobytes(own), all.length, kilobytes(all),
        performance.getEntriesByName('first-contentful-paint')[0].startTime,
        performance.getEntriesByName('answered')[0].startTime];
      """;

  private final Browser browser;
  private final Service service;

  private PageTimes(Browser browser, Service service) {
    this.browser = browser;
    this.service = service;
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) {
    try (Service service = Service.withArticleAndRates();
        Browser browser = new Browser()) {
      new PageTimes(browser, service).measure();
    }
    // Otherwise the threads of DynamoDB Local would keep running.
    System.exit(0);
  }

  private void measure() {
    System.out.printf(
        "%-34s %9s %9s %9s %9s %12s %12s%n",
        "medians of " + VISITS + " visits",
        "the page",
        "kB",
        "in all",
        "kB",
        "painted ms",
        "answered ms");
    browser.resize(1280, 900);
    line("desk, first visit", true);
    line("desk, again", false);
    browser.resize(360, 640);
    browser.cdp("Network.enable", Map.of());
    browser.cdp("Network.emulateNetworkConditions", SLOW);
    browser.cdp("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
    line("phone, slow 4G, first visit", true);
    line("phone, slow 4G, again", false);
  }

  private void line(String name, boolean first) {
    visit(first);
    List<List<Double>> visits = new ArrayList<>();
    for (int visit = 0; visit < VISITS; visit++) {
      visits.add(visit(first));
    }
    System.out.printf(
        "%-34s %9.0f %9.1f %9.0f %9.1f %12.0f %12.0f%n",
        name,
        median(visits, 0),
        median(visits, 1),
        median(visits, 2),
        median(visits, 3),
        median(visits, 4),
        median(visits, 5));
  }

  private List<Double> visit(boolean first) {
    if (first) {
      browser.cdp("Network.clearBrowserCache", Map.of());
    }
    browser.visit(service.address() + "/");
    browser.until(
        () ->
            browser.number("return performance.getEntriesByName('answered').length") > 0
                && browser.number(
                        "return performance.getEntriesByName('first-contentful-paint').length")
                    > 0,
        "an answer");
    browser.settle();
    browser.until(
        () ->
            browser.number("return document.querySelectorAll('#feeds time, #feeds li').length") > 0,
        "all of the page");
    List<?> measured = (List<?>) browser.run(MEASURE);
    return measured.stream().map(one -> ((Number) one).doubleValue()).toList();
  }

  private static double median(List<List<Double>> visits, int column) {
    return visits.stream().map(visit -> visit.get(column)).sorted().toList().get(VISITS / 2);
  }
}
