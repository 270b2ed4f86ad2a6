package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What tests look for in answers. */
public final class Answers {
  private Answers() {}

  /** Asserts a figure, to the digit. */
  public static void assertFigure(
      JsonNode figure, String value, String low, String high, String unit, String origin) {
    assertThat(figure.path("value").asText()).as("value").isEqualTo(value);
    assertThat(figure.path("low").asText()).as("low").isEqualTo(low);
    assertThat(figure.path("high").asText()).as("high").isEqualTo(high);
    assertThat(figure.path("unit").asText()).as("unit").isEqualTo(unit);
    assertThat(figure.path("origin").asText()).as("origin").isEqualTo(origin);
  }

  /** The codes of an answer's findings, in their order. */
  public static List<String> findings(JsonNode answer) {
    return answer.get("findings").findValuesAsText("code");
  }

  /** The message of the first finding of a code; empty where there is none. */
  public static String message(JsonNode answer, String code) {
    for (JsonNode finding : answer.get("findings")) {
      if (finding.get("code").textValue().equals(code)) {
        return finding.get("message").textValue();
      }
    }
    return "";
  }

  /** The names of a problem's invalid parameters. */
  public static List<String> invalid(JsonNode problem) {
    return problem.path("invalid_params").findValuesAsText("name");
  }
}
