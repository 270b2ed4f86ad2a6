package io.regionalmetrics.question;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;

/** Refuses several quarters in a question that takes one, and names the request to send instead. */
final class SeveralQuartersRefusal {
  private SeveralQuartersRefusal() {}

  /**
   * Refuses the period of a comparison.
   *
   * @param metric decides what to suggest instead: flows add up over quarters, stocks and ratios
   *     don't
   */
  static Refusal ofPeriod(RequestedPeriod.Several period, Metric metric) {
    return refusal(
        "period",
        period.text(),
        "%s; /v1/series?startPeriod=%s&endPeriod=%s gives each quarter%s"
            .formatted(
                reason(metric), period.span().first(), period.span().last(), alternative(metric)));
  }

  private static String reason(Metric metric) {
    return switch (metric.kind()) {
      case STOCK -> "%s is a stock, which never adds over quarters".formatted(metric.id());
      case FLOW -> "a comparison is of one quarter";
      case RATIO ->
          "%s is a ratio, which is neither summed nor averaged over quarters"
              .formatted(metric.id());
    };
  }

  private static String alternative(Metric metric) {
    return switch (metric.kind()) {
      case STOCK -> "";
      case FLOW -> ", and with transform=ttm the sum of the four quarters up to each";
      case RATIO -> metric.terms().map(SeveralQuartersRefusal::terms).orElse("");
    };
  }

  private static String terms(RatioTerms terms) {
    return "; the same works for its numerator, %s, and its denominator, %s"
        .formatted(terms.numerator(), terms.denominator());
  }

  /** Refuses the period that narrows a check. */
  static Refusal ofCheck(String text) {
    return refusal("period", text, "name one quarter, or leave it out to check every quarter");
  }

  /** Refuses a base. */
  static Refusal ofBase(String text) {
    return refusal(
        "base",
        text,
        "a quarter is compared with one quarter; use yoy, qoq, or a quarter like 2016-Q4");
  }

  private static Refusal refusal(String parameter, String text, String instead) {
    return Refusal.of(
        Reason.SENSELESS,
        parameter,
        "'%s' is several quarters where one is expected; %s".formatted(text, instead));
  }
}
