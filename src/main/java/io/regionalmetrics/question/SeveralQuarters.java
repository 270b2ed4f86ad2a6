package io.regionalmetrics.question;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;

/** What is said where several quarters are asked for and one is answered. */
final class SeveralQuarters {
  private SeveralQuarters() {}

  /**
   * The refusal of a period, which names what answers the question that was meant.
   *
   * @param metric of what; how it adds decides what can be had of several quarters
   */
  static Refusal ofPeriod(String text, Periods.Span span, Metric metric) {
    return refusal(
        "period",
        text,
        "%s; /v1/series?startPeriod=%s&endPeriod=%s gives each quarter%s"
            .formatted(
                switch (metric.kind()) {
                  case STOCK ->
                      "%s is a stock, which never adds over quarters".formatted(metric.id());
                  case FLOW -> "a comparison is of one quarter";
                  case RATIO ->
                      "%s is a ratio, which is neither summed nor averaged over quarters"
                          .formatted(metric.id());
                },
                span.first(),
                span.last(),
                switch (metric.kind()) {
                  case STOCK -> "";
                  case FLOW -> ", and with transform=ttm the sum of four up to each";
                  case RATIO ->
                      metric
                          .terms()
                          .map(terms ->
                              ", and of %s and %s, which it is made of, too"
                                  .formatted(terms.numerator(), terms.denominator()))
                          .orElse("");
                }));
  }

  /** The refusal of a period that narrows a check. */
  static Refusal ofCheck(String text) {
    return refusal(
        "period", text, "name one, or leave it out: then each quarter that there is is checked");
  }

  /** The refusal of a base. */
  static Refusal ofBase(String text) {
    return refusal(
        "base", text, "a quarter is compared with one quarter: yoy, qoq, or one like 2016-Q4");
  }

  private static Refusal refusal(String parameter, String text, String instead) {
    return Refusal.of(
        Reason.SENSELESS,
        parameter,
        "'%s' is several quarters where one is asked for; %s".formatted(text, instead));
  }
}
