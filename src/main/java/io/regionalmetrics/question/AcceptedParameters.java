package io.regionalmetrics.question;

import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The query parameters that each kind of question accepts. */
public final class AcceptedParameters {
  private static final List<String> COMMON =
      List.of("company", "metric", "region", "asOf", "currency", "fx", "format", "width", "title");

  private AcceptedParameters() {}

  /**
   * Reads the raw query of a question.
   *
   * @throws Refusal if it has a parameter that this kind of question does not accept
   */
  public static QueryParameters read(QuestionKind kind, String query) {
    Set<String> accepted = new HashSet<>(COMMON);
    accepted.addAll(special(kind));
    return QueryParameters.of(query, accepted, repeatable(kind));
  }

  /** The parameters that not every kind of question accepts. */
  private static List<String> special(QuestionKind kind) {
    return switch (kind) {
      case GROWTH, DRIVERS -> List.of("period", "base");
      case REGIONS -> List.of("period", "against");
      case SHARE, CONTRIBUTION -> List.of("period", "whole", "base");
      case REVISIONS -> List.of("period", "from", "to");
      case CHECK -> List.of("period");
      case SERIES ->
          List.of(
              "transform",
              "whole",
              "startPeriod",
              "endPeriod",
              "lastNObservations",
              "includeHistory",
              "layout",
              "highlight",
              "next");
    };
  }

  /** The parameters that may be repeated instead of using commas. */
  private static Set<String> repeatable(QuestionKind kind) {
    return kind == QuestionKind.SERIES
        ? Set.of("company", "region", "transform", "highlight")
        : Set.of("company", "region", "period");
  }
}
