package io.regionalmetrics.currency;

import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** The exchange rate to use when converting money. */
public sealed interface Fx {
  /** How many days to look back for a fixing; TARGET is never closed for longer. */
  int MOST_DAYS_BEFORE = 7;

  /** The default: the quarter's average for a flow or a ratio, its end for a stock. */
  record ByKind() implements Fx {}

  /** The average of the quarter's daily fixings. */
  record Average() implements Fx {}

  /** The quarter's last fixing. */
  record End() implements Fx {}

  /** The fixing of one day, for every quarter. */
  record On(LocalDate day) implements Fx {}

  /**
   * A rate given in the question, for every quarter.
   *
   * @param rate units of the figure's currency per unit of the requested one
   */
  record Given(BigDecimal rate) implements Fx {
    /** Refuses a rate of zero or less. */
    public Given {
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException("the rate must be above zero, not %s".formatted(rate));
      }
    }
  }

  /** The rate to use for a metric: {@link ByKind} resolved to average or end, any other as is. */
  default Fx of(Metric metric) {
    return this instanceof ByKind
        ? metric.kind() == MetricKind.STOCK ? new End() : new Average()
        : this;
  }

  /** The value of the {@code fx} parameter; empty for the default. */
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
