package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog: companies, metrics, regions and sources. */
class CatalogTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void companyIsShownWithItsMetricsAndTheQuartersOfEachRegion() {
    JsonNode company = service.get("/v1/companies/twitter").json();
    assertThat(company.get("cik").textValue()).isEqualTo("0001418091");
    assertThat(company.get("fiscalYearEnd").textValue()).isEqualTo("12-31");
    JsonNode users = company.at("/metrics/2");
    assertThat(users.get("id").textValue()).isEqualTo("users");
    assertThat(users.at("/regions/0").toString())
        .isEqualTo("{\"id\":\"JP\",\"name\":\"Japan\",\"first\":\"2016-Q4\",\"last\":\"2017-Q4\"}");
    assertThat(company.at("/regions/0/residual").textValue()).isEqualTo("WORLD-US");
  }

  @Test
  void unknownCompanyIsNotFoundAndTheNearestIsSuggested() {
    Service.Reply reply = service.get("/v1/companies/twiter").expectStatus(404);
    assertThat(reply.text()).contains("did you mean 'twitter'?");
    service.get("/v1/companies/%00").expectStatus(404);
    service.get("/v1/companies/100%25").expectStatus(404);
    service.get("/v1/metrics?company=twiter").expectStatus(404);
  }

  @Test
  void metricsAreShownInTheOrderOfTheirIdsWithTheirTerms() {
    JsonNode metrics = service.get("/v1/metrics").json().get("metrics");
    assertThat(metrics.findValuesAsText("id"))
        .containsSubsequence("revenue", "revenue-per-user", "users");
    assertThat(metrics.get(1).get("numerator").textValue()).isEqualTo("revenue");
    assertThat(metrics.get(1).get("basis").textValue()).isEqualTo("end");
  }

  @Test
  void regionsAreTheWorldAndAllCountriesOrThoseOfACompany() {
    assertThat(service.get("/v1/regions").json().get("regions")).hasSize(250);
    assertThat(
            service.get("/v1/regions?company=twitter").json().get("regions").findValuesAsText("id"))
        .containsExactly("INTERNATIONAL", "JP", "US");
  }

  @Test
  void listsAreDividedIntoPages() {
    String defined =
        IntStream.range(0, 150)
            .mapToObj(i -> "{\"id\": \"company-%03d\", \"name\": \"Company %d\"}".formatted(i, i))
            .collect(Collectors.joining(", ", "\"companies\": [", "]"));
    service.post(DocumentBuilder.press("many", "2018-03-01").with(defined).json());
    assertThat(all("/v1/companies", "companies"))
        .hasSizeGreaterThan(150)
        .doesNotHaveDuplicates()
        .contains("twitter", "company-000", "company-149");
  }

  @Test
  void sourcesOfOneCompanyAreFoundAmongManyOthers() {
    for (int i = 0; i < 120; i++) {
      service.post(
          DocumentBuilder.press("a-source-%03d".formatted(i), "2018-03-01")
              .with("\"companies\": [{\"id\": \"other\", \"name\": \"Other\"}]")
              .json());
    }
    assertThat(all("/v1/sources?company=twitter", "sources")).containsExactly("reuters-2018-03-01");
    assertThat(all("/v1/sources", "sources"))
        .hasSizeGreaterThanOrEqualTo(121)
        .doesNotHaveDuplicates();
  }

  @Test
  void unknownPageTokenIsRefused() {
    for (String next : new String[] {"%21", "AAAA", "="}) {
      Service.Reply reply = service.get("/v1/companies?next=" + next).expectStatus(400);
      assertThat(AnswerAssertions.invalid(reply.json())).containsExactly("next");
    }
  }

  @Test
  void unknownParameterIsRefused() {
    service.get("/v1/regions?compny=twitter").expectStatus(400);
    service.get("/v1/companies/twitter?company=twitter").expectStatus(400);
  }

  private static List<String> all(String path, String name) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          service
              .get(path + (next.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "next=" + next))
              .json();
      page.get(name).forEach(one -> ids.add(one.get("id").textValue()));
      next = page.path("next").asText();
    } while (!next.isEmpty());
    return ids;
  }
}
