package io.regionalmetrics.compare;

import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a series shows for each quarter in addition to its level. */
public enum Transform {
  /** The level alone. */
  LEVEL,
  /** Growth in percent from the same quarter of the year before. */
  YOY,
  /** Growth in percent from the quarter before. */
  QOQ,
  /** The level in percent of the level of a whole. */
  SHARE,
  /** The level relative to the first known level above zero, which is 100. */
  INDEX,
  /** The sum of the levels of this quarter and the three before: trailing twelve months. */
  TTM;

  /** The code used in questions and as the name of the field, such as {@code yoy}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a row that shows it. */
  public RowField field() {
    return switch (this) {
      case LEVEL -> RowField.VALUE;
      case YOY -> RowField.YOY;
      case QOQ -> RowField.QOQ;
      case SHARE -> RowField.SHARE;
      case INDEX -> RowField.INDEX;
      case TTM -> RowField.TTM;
    };
  }

  /** The codes of all transforms. */
  public static List<String> codes() {
    return Stream.of(values()).map(Transform::code).toList();
  }

  /** The transform with a code; empty if there is none. */
  public static Optional<Transform> of(String code) {
    return Stream.of(values()).filter(transform -> transform.code().equals(code)).findFirst();
  }

  /**
   * Why this transform makes no sense for the metric of a subject, and what to ask for instead;
   * empty if it makes sense.
   */
  public Optional<String> objection(Subject subject) {
    Metric metric = subject.metric();
    return switch (this) {
      case LEVEL, YOY, QOQ, INDEX -> Optional.empty();
      case SHARE -> shareObjection(metric);
      case TTM -> ttmObjection(metric);
    };
  }

  private static Optional<String> shareObjection(Metric metric) {
    return metric.kind() == MetricKind.RATIO
        ? Optional.of(
            "%s is a ratio and has no parts; ask for the share of its numerator or denominator%s"
                .formatted(metric.id(), termsOf(metric)))
        : Optional.empty();
  }

  private static Optional<String> ttmObjection(Metric metric) {
    return switch (metric.kind()) {
      case FLOW -> Optional.empty();
      case STOCK ->
          Optional.of(
              "%s is a stock, and its quarters do not add up; ask for transform=level, whose last quarter is the level at the end of the year"
                  .formatted(metric.id()));
      case RATIO ->
          Optional.of(
              "%s is a ratio, and its quarters do not add up; ask for its numerator and denominator%s, with transform=ttm for each that is a flow, and divide"
                  .formatted(metric.id(), termsOf(metric)));
    };
  }

  private static String termsOf(Metric metric) {
    Optional<RatioTerms> terms = metric.terms();
    return terms.isPresent()
        ? " (%s, %s)".formatted(terms.get().numerator(), terms.get().denominator())
        : "";
  }
}
