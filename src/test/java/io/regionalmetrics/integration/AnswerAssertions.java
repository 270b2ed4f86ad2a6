package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Assertions on answers, and the parts of answers that tests look at. */
public final class AnswerAssertions {
  private AnswerAssertions() {}

  /** Asserts a figure's value, bounds, unit and origin, to the digit. */
  public static void assertFigure(
      JsonNode figure, String value, String low, String high, String unit, String origin) {
    assertMember(figure, "value", value);
    assertMember(figure, "low", low);
    assertMember(figure, "high", high);
    assertMember(figure, "unit", unit);
    assertMember(figure, "origin", origin);
  }

  private static void assertMember(JsonNode figure, String name, String expected) {
    assertThat(figure.path(name).asText()).as("%s of %s", name, figure).isEqualTo(expected);
  }

  /** The codes of an answer's findings, in order. */
  public static List<String> findings(JsonNode answer) {
    return answer.get("findings").findValuesAsText("code");
  }

  /** The message of the first finding with a code; empty if there is none. */
  public static String message(JsonNode answer, String code) {
    for (JsonNode finding : answer.get("findings")) {
      if (finding.get("code").textValue().equals(code)) {
        return finding.get("message").textValue();
      }
    }
    return "";
  }

  /** The names of a problem's invalid parameters, in order. */
  public static List<String> invalid(JsonNode problem) {
    return problem.path("invalid_params").findValuesAsText("name");
  }
}
