package io.regionalmetrics.answer;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of questions on figures: seven comparisons, and the series. */
public enum QuestionKind {
  /** One quarter against another. */
  GROWTH,
  /** Regions against one of them. */
  REGIONS,
  /** Parts of a whole. */
  SHARE,
  /** How much each part added to the growth of a whole. */
  CONTRIBUTION,
  /** A ratio's growth, split between its numerator and its denominator. */
  DRIVERS,
  /** The figures as known on one day against the figures as known on another. */
  REVISIONS,
  /** Published figures against the figures that they can be computed from. */
  CHECK,
  /** Many quarters of each region, page by page. */
  SERIES;

  /** The code as paths and answers show it, such as {@code growth}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The comparison with a code.
   *
   * @throws Refusal if no comparison has this code
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
}
