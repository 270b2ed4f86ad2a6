package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final Routes ROUTES =
      new Routes(
          List.of(
              new Template.Route(Template.Route.DEFAULT, "Rest"),
              new Template.Route("GET /v1/companies/{company}", "One"),
              new Template.Route("GET /v1/companies/latest", "Latest"),
              new Template.Route("GET /v1/companies", "All")));

  private static String function(String method, String path) {
    return ROUTES.find(method, path).orElseThrow().route().function();
  }

  @Test
  void pathIsFound() {
    assertThat(function("GET", "/v1/companies")).isEqualTo("All");
  }

  @Test
  void variableOfAPathIsRead() {
    assertThat(ROUTES.find("GET", "/v1/companies/twitter").orElseThrow().variables())
        .isEqualTo(Map.of("company", "twitter"));
  }

  @Test
  void exactPathComesBeforeOneWithAVariable() {
    assertThat(function("GET", "/v1/companies/latest")).isEqualTo("Latest");
  }

  @Test
  void otherMethodGoesToTheDefault() {
    assertThat(function("POST", "/v1/companies")).isEqualTo("Rest");
  }

  @Test
  void longerPathGoesToTheDefault() {
    assertThat(function("GET", "/v1/companies/twitter/metrics")).isEqualTo("Rest");
  }

  @Test
  void emptyVariableGoesToTheDefault() {
    assertThat(function("GET", "/v1/companies/")).isEqualTo("Rest");
  }

  @Test
  void unknownPathHasNoRouteIfThereIsNoDefault() {
    assertThat(new Routes(List.of()).find("GET", "/v1/companies")).isEmpty();
  }
}
