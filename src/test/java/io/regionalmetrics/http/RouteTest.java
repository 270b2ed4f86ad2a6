package io.regionalmetrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths a route matches. */
class RouteTest {
  private static final Route COMPANY = new Route("GET", "/v1/companies/{company}");

  @Test
  void variablePartsOfAMatchingPathAreReturnedByName() {
    assertThat(COMPANY.match("/v1/companies/twitter")).contains(Map.of("company", "twitter"));
  }

  @Test
  void pathWithoutVariablePartsMatchesItself() {
    assertThat(new Route("GET", "/v1/series").match("/v1/series")).contains(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/companies", "/v1/companies/a/b", "/v1/companys/a", "", "/"})
  void pathWithOtherSegmentsDoesNotMatch(String path) {
    assertThat(COMPANY.match(path)).isEmpty();
  }
}
