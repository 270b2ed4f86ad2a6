package io.regionalmetrics.currency;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** By which rate money is converted. */
public sealed interface Fx {
  /** A day without a fixing uses one of at most so many days before; TARGET never rests longer. */
  int MOST_DAYS_BEFORE = 7;

  /** As the metric asks for: a flow and a ratio by the quarter's average, a stock by its end. */
  record ByKind() implements Fx {}

  /** The average of the quarter's daily fixings. */
  record Average() implements Fx {}

  /** The quarter's last fixing. */
  record End() implements Fx {}

  /** The fixing of one day, whatever the quarter. */
  record On(LocalDate day) implements Fx {}

  /**
   * A rate that is given, whatever the quarter.
   *
   * @param rate units of the figure's currency per unit of the asked one
   */
  record Given(BigDecimal rate) implements Fx {
    /** Refuses a rate of zero or less. */
    public Given {
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException("a rate of %s is not above zero".formatted(rate));
      }
    }
  }

  /** The same for a metric, never {@link ByKind}. */
  default Fx of(Metric metric) {
    return this instanceof ByKind
        ? metric.kind() == MetricKind.STOCK ? new End() : new Average()
        : this;
  }

  /** The word in questions; empty where the metric decides. */
  default String code() {
    return switch (this) {
      case ByKind byKind -> "";
      case Average average -> "average";
      case End end -> "end";
      case On(LocalDate day) -> day.toString();
      case Given(BigDecimal rate) -> rate.toPlainString();
    };
  }

  /** The quarters whose fixings are needed to convert a figure of a quarter. */
  default Stream<YearQuarter> reads(YearQuarter period) {
    return switch (this) {
      case ByKind byKind -> Stream.of(period);
      case Average average -> Stream.of(period);
      case End end -> Stream.of(period);
      case On(LocalDate day) ->
          Stream.of(day.minusDays(MOST_DAYS_BEFORE), day).map(YearQuarter::from).distinct();
      case Given given -> Stream.empty();
    };
  }
}
