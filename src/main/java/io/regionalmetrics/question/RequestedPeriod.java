package io.regionalmetrics.question;

import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** The requested {@code period} of a comparison. */
sealed interface RequestedPeriod {
  /** One quarter: {@code 2017-Q4}. */
  record OneQuarter(YearQuarter quarter) implements RequestedPeriod {}

  /** The newest quarter that is known for everything in the question: {@code latest}. */
  record Latest() implements RequestedPeriod {}

  /**
   * Several quarters, which no comparison takes: {@code 2017} or {@code 2017-Q1..2017-Q4}. It is
   * refused only once the metric is known, because the message depends on the metric.
   */
  record Several(String text, Periods.QuarterRange span) implements RequestedPeriod {}

  /**
   * Reads a period.
   *
   * @throws Refusal if it is not well formed
   */
  static RequestedPeriod parse(String text) {
    if (text.equals("latest")) {
      return new Latest();
    }
    Optional<Periods.QuarterRange> several = Periods.several(text);
    if (several.isPresent()) {
      return new Several(text, several.get());
    }
    return Periods.quarter(text)
        .<RequestedPeriod>map(OneQuarter::new)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "period",
                "'%s' is not a quarter like 2017-Q4 or latest".formatted(text)));
  }

  /** The quarter, if the question names one. */
  default Optional<YearQuarter> named() {
    return this instanceof OneQuarter(YearQuarter quarter)
        ? Optional.of(quarter)
        : Optional.empty();
  }
}
