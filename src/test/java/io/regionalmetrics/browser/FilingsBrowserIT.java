package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.audit.AuditedService;
import io.regionalmetrics.audit.FilingFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The explorer shows figures that were read from filings. */
@InBrowser
class FilingsBrowserIT {
  private static final Path KINDS =
      Path.of("src", "test", "resources", "published", "sec", "kinds");

  private static AuditedService filings;
  private static Browser browser;

  @BeforeAll
  static void start() {
    filings = AuditedService.fresh();
    filings.read(FilingFolder.read(KINDS));
    browser = new Browser();
    browser.resize(1280, 900);
  }

  @AfterAll
  static void stop() {
    browser.close();
    filings.close();
  }

  @AfterEach
  void expectNoErrors() {
    browser.expectQuiet();
  }

  private static JsonNode answer(String question) {
    return filings.service().get("/v1/comparisons/" + question).expectStatus(200).json();
  }

  /** Visits a question and waits for its figures; returns the names of the table's rows. */
  private static List<String> rows(String comparison, String question) {
    String sentence = answer(comparison + "?" + question).get("sentence").textValue();
    browser.visit(
        filings.service().address() + "/?comparison=%s&%s".formatted(comparison, question));
    browser.until(() -> browser.texts("#sentence").contains(sentence), sentence);
    browser.settle();
    return browser.texts("#figures tbody th");
  }

  @Test
  void remainderWithOneNameHasARowOfThatName() {
    assertThat(rows("share", "company=amazon-com&metric=revenue&region=*&period=2023-Q2&base=yoy"))
        .containsExactly("North America", "International", "Amazon Web Services");
    browser.expectAccessible();
    browser.picture("named-remainder");
  }

  @Test
  void remainderWithSeveralNamesHasARowForEachPart() {
    assertThat(rows("contribution", "company=coca-cola&metric=revenue&region=*&period=2023-Q2"))
        .contains("The rest", "Bottling Investments\npart of the rest");
    browser.picture("named-remainders");
  }

  @ParameterizedTest
  @CsvSource({"1280, share", "1280, contribution", "1024, share", "1024, contribution"})
  void tableFitsBesideTheQuestion(int width, String comparison) {
    browser.resize(width, 900);
    rows(comparison, "company=coca-cola&metric=revenue&region=*&period=2023-Q2&base=yoy");
    expectTableFits();
    browser.picture("%s-%s".formatted(comparison, width));
  }

  @Test
  void checkFitsBesideTheQuestion() {
    browser.resize(1024, 900);
    browser.visit(filings.service().address() + "/?comparison=check&company=coca-cola");
    browser.expect("#figures tbody tr");
    expectTableFits();
    browser.picture("check-1024");
  }

  @Test
  void everyCompanysRegionsAreShown() {
    for (JsonNode company : filings.service().get("/v1/companies").json().get("companies")) {
      String id = company.get("id").textValue();
      for (JsonNode region : worldOfRevenue(id)) {
        String question =
            "company=%s&metric=revenue&region=*&period=%s"
                .formatted(id, region.get("last").textValue());
        assertThat(rows("share", question)).as(question).isNotEmpty();
      }
    }
  }

  private static void expectTableFits() {
    assertThat(browser.number("return document.querySelector('#figures').scrollWidth"))
        .isLessThanOrEqualTo(
            browser.number("return document.querySelector('#figures').parentElement.clientWidth"));
  }

  /** The world's revenue of a company that has regions; empty for other companies. */
  private static List<JsonNode> worldOfRevenue(String company) {
    JsonNode page = filings.service().get("/v1/companies/" + company).json();
    return page.get("metrics")
        .valueStream()
        .filter(metric -> metric.get("id").textValue().equals("revenue"))
        .filter(metric -> metric.get("regions").size() > 1)
        .flatMap(metric -> metric.get("regions").valueStream())
        .filter(region -> region.get("id").textValue().equals("WORLD"))
        .toList();
  }
}
