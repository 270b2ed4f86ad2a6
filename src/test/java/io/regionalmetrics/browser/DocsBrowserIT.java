package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.integration.Service;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API's documentation in a browser. */
@InBrowser
class DocsBrowserIT {
  private static Service service;
  private static Browser browser;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
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

  private static void visit(String path) {
    browser.visit(service.address() + path);
    browser.see("#growth");
    browser.settle();
  }

  @Test
  void everyOperationIsDescribed() {
    browser.resize(1280, 900);
    visit("/docs");
    List<String> paths =
        service.get("/openapi.json").at("/paths").properties().stream()
            .map(path -> path.getKey())
            .toList();
    assertThat(browser.texts(".operation .path code")).containsExactlyElementsOf(paths);
    assertThat(browser.texts("#growth table code")).contains("company", "metric", "fx", "asOf");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "320, light"})
  void pageIsAccessible(int width, String scheme) {
    browser.resize(width, 900);
    browser.prefer("prefers-color-scheme", scheme);
    visit("/docs");
    browser.run(
        "document.querySelectorAll('#growth details, #addDocument > details, #schema-Figure').forEach((one) => { one.open = true; })");
    browser.see("#growth form");
    browser.expectAccessible();
    browser.expectNoHorizontalScrolling();
    browser.picture("docs-%d-%s".formatted(width, scheme));
  }

  @Test
  void operationCanBeTried() {
    browser.resize(1280, 900);
    visit("/docs#growth");
    browser.click("#growth > details > summary", "Try it");
    browser.click("#growth form button");
    assertThat(browser.text("#growth .status")).startsWith("200");
    assertThat(browser.texts("#growth .result pre"))
        .anyMatch(words -> words.contains("etag: "))
        .anyMatch(words -> words.contains("\"sentence\": \"Twitter's revenue in Japan rose 34%"));
    browser.expectAccessible();
    browser.picture("docs-tried");
  }

  @Test
  void refusalIsShownUnchanged() {
    browser.resize(1280, 900);
    visit("/docs#growth");
    browser.click("#growth > details > summary", "Try it");
    browser.see("#growth-region").clear();
    browser.see("#growth-region").sendKeys("XX");
    browser.click("#growth form button");
    assertThat(browser.text("#growth .status")).startsWith("404");
    assertThat(browser.texts("#growth .result pre"))
        .anyMatch(words -> words.contains("did you mean 'AX'?"));
  }

  @Test
  void documentIsStored() {
    browser.resize(1280, 900);
    visit("/docs#addDocument");
    browser.click("#addDocument > details > summary", "Try it");
    browser.click("#addDocument form button.send");
    assertThat(browser.text("#addDocument .status")).startsWith("200");
    assertThat(browser.texts("#addDocument .result pre"))
        .anyMatch(words -> words.contains("unchanged"));
  }

  @Test
  void linkToASchemaOpensIt() {
    browser.resize(1280, 900);
    visit("/docs#schema-Figure");
    assertThat(browser.text("#schema-Figure")).contains("operands", "alternatives");
  }
}
