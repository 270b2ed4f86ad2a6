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

/** What a series says of each quarter beside its level. */
public enum Transform {
  /** The level and no more. */
  LEVEL,
  /** Growth in percent on the same quarter a year before. */
  YOY,
  /** Growth in percent on the quarter before. */
  QOQ,
  /** The level in percent of a whole's. */
  SHARE,
  /** The level where that of the first quarter is 100. */
  INDEX,
  /** The sum of the levels of four quarters: trailing twelve months. */
  TTM;

  /** The word in questions, and the name of the field. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a row that says it. */
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

  /** The words of all. */
  public static List<String> codes() {
    return Stream.of(values()).map(Transform::code).toList();
  }

  /** The transform of a word, if it is one. */
  public static Optional<Transform> of(String code) {
    return Stream.of(values()).filter(transform -> transform.code().equals(code)).findFirst();
  }

  /** Why this makes no sense of a subject's metric, and what does. */
  public Optional<String> objection(Subject subject) {
    Metric metric = subject.metric();
    return switch (this) {
      case LEVEL, YOY, QOQ, INDEX -> Optional.empty();
      case SHARE ->
          metric.kind() == MetricKind.RATIO
              ? Optional.of(
                  "%s is a ratio, of which nothing is a part; ask for the share of its numerator or denominator%s"
                      .formatted(metric.id(), metric.terms().map(Transform::names).orElse("")))
              : Optional.empty();
      case TTM ->
          switch (metric.kind()) {
            case FLOW -> Optional.empty();
            case STOCK ->
                Optional.of(
                    "%s is a stock, which doesn't add over time; ask for transform=level, whose last quarter is what there is at the end of the year"
                        .formatted(metric.id()));
            case RATIO ->
                Optional.of(
                    "%s is a ratio, which doesn't add; ask for its numerator and denominator%s, the ttm of each that is a flow, and divide"
                        .formatted(metric.id(), metric.terms().map(Transform::names).orElse("")));
          };
    };
  }

  private static String names(RatioTerms terms) {
    return " (%s, %s)".formatted(terms.numerator(), terms.denominator());
  }
}
