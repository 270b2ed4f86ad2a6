package io.regionalmetrics.ingest;

import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads how exact a value of a document is. */
final class PrecisionReader {
  private static final BigDecimal MAX_DECIMALS = BigDecimal.valueOf(Precision.MOST_DECIMALS);

  private PrecisionReader() {}

  /**
   * Returns the precision of a value: between {@code low} and {@code high}, to {@code decimals}, or
   * as it is written.
   */
  static Precision read(DocumentFields fields, Optional<BigDecimal> value) {
    Optional<BigDecimal> low = fields.number("low");
    Optional<BigDecimal> high = fields.number("high");
    if (fields.has("low") || fields.has("high")) {
      return between(fields, value, low, high);
    }
    if (fields.has("decimals")) {
      return fields
          .read("decimals", PrecisionReader::decimals, "a whole number from -18 to 18, or \"INF\"")
          .orElse(new Precision.Exact());
    }
    return value.isPresent() ? asWritten(fields) : new Precision.Exact();
  }

  private static Optional<Precision> decimals(WrittenValue value) {
    return value.asText().filter("INF"::equals).isPresent()
        ? Optional.of(new Precision.Exact())
        : value
            .asNumber()
            .filter(number -> number.abs().compareTo(MAX_DECIMALS) <= 0)
            .filter(number -> number.stripTrailingZeros().scale() <= 0)
            .map(number -> new Precision.Decimals(number.intValueExact()));
  }

  /** The decimals that are written; they are only assumed until the metric is known. */
  private static Precision asWritten(DocumentFields fields) {
    int decimals = fields.read("value", WrittenValue::asDecimals, "a number").orElse(0);
    if (decimals > Precision.MOST_DECIMALS) {
      fields.fault(
          "value",
          "has %s digits after the point; at most %s are allowed"
              .formatted(decimals, Precision.MOST_DECIMALS));
      return new Precision.Exact();
    }
    return new Precision.AssumedDecimals(decimals);
  }

  private static Precision between(
      DocumentFields fields,
      Optional<BigDecimal> value,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high) {
    if (fields.has("decimals")) {
      fields.fault("decimals", "give either decimals or low and high, not both");
    }
    fields.required("low", low);
    fields.required("high", high);
    return low.isPresent() && high.isPresent() && value.isPresent()
        ? between(fields, value.get(), low.get(), high.get())
        : new Precision.Exact();
  }

  private static Precision between(
      DocumentFields fields, BigDecimal value, BigDecimal low, BigDecimal high) {
    if (low.compareTo(value) > 0) {
      fields.fault("low", beside(low, "above", value));
    } else if (high.compareTo(value) < 0) {
      fields.fault("high", beside(high, "below", value));
    } else {
      return new Precision.Between(low, high);
    }
    return new Precision.Exact();
  }

  private static String beside(BigDecimal bound, String side, BigDecimal value) {
    return "%s is %s the value %s".formatted(bound.toPlainString(), side, value.toPlainString());
  }
}
