package io.regionalmetrics.question;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of questions on figures, and the query parameters that each of them takes. */
public enum QuestionKind {
  /** One quarter against another. */
  GROWTH,
  /** Regions against one of them. */
  REGIONS,
  /** Parts of a whole. */
  SHARE,
  /** What each part contributed to the growth of a whole. */
  CONTRIBUTION,
  /** A ratio's growth, split between its numerator and its denominator. */
  DRIVERS,
  /** What was known on one day against what was known on another. */
  REVISIONS,
  /** Published figures against each other. */
  CHECK,
  /** Many quarters of each region, page by page. */
  SERIES;

  private static final List<String> COMMON =
      List.of("company", "metric", "region", "asOf", "currency", "fx", "format", "width", "title");

  private List<String> own() {
    return switch (this) {
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
              "next");
    };
  }

  /** The parameters that may be repeated instead of using commas. */
  private Set<String> lists() {
    return Set.of("company", "region", this == SERIES ? "transform" : "period");
  }

  /** The last part of its path: {@code growth}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The comparison that a path names.
   *
   * @throws Refusal if there is none
   */
  public static QuestionKind comparison(String code) {
    List<String> codes = comparisons();
    if (!codes.contains(code)) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "comparison",
          "'%s' is not one of %s%s"
              .formatted(code, String.join(", ", codes), Codes.suggestion(code, codes)));
    }
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The codes of all comparisons: every kind but a series. */
  public static List<String> comparisons() {
    return Stream.of(values()).filter(kind -> kind != SERIES).map(QuestionKind::code).toList();
  }

  /**
   * Reads a raw query.
   *
   * @throws Refusal if it has a parameter that this kind doesn't take
   */
  public QueryParameters parameters(String query) {
    Set<String> known = new HashSet<>(COMMON);
    known.addAll(own());
    return QueryParameters.of(query, known, lists());
  }
}
