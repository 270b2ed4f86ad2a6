package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** Reads a figure that a document reports, member by member. */
final class ObservationReader {
  private static final BigDecimal MAX_DECIMALS = BigDecimal.valueOf(Precision.MOST_DECIMALS);

  private final Optional<String> company;
  private final Optional<String> metric;
  private final Optional<String> region;
  private final Optional<YearQuarter> period;
  private final Measure measure;
  private final Optional<Unit> unit;
  private final Optional<BigDecimal> value;
  private final Status status;
  private final Precision precision;
  private final Optional<String> derivation;
  private final Optional<String> note;

  private ObservationReader(DocumentFields fields) {
    company = fields.required("company", fields.id("company"));
    metric = fields.required("metric", fields.id("metric"));
    region = fields.required("region", fields.region("region"));
    period = period(fields);
    measure = fields.parsed("measure", Measure::of, "one of level, yoy, qoq").orElse(Measure.LEVEL);
    unit = fields.text("unit", DocumentLimits.UNIT).map(Unit::new);
    value = fields.number("value");
    status = status(fields);
    precision = precision(fields, value);
    derivation = fields.text("derivation", DocumentLimits.TEXT);
    note = fields.text("note", DocumentLimits.TEXT);
  }

  /** Returns the figure; empty if any part of it is faulty. */
  static Optional<ObservationRow> read(DocumentFields fields) {
    ObservationReader reader = new ObservationReader(fields);
    checkPresence(fields, reader.value, reader.status);
    fields.refuseUnknown();
    return fields.isValid() ? Optional.of(reader.row()) : Optional.empty();
  }

  private ObservationRow row() {
    return new ObservationRow(
        company.orElseThrow(),
        metric.orElseThrow(),
        region.orElseThrow(),
        period.orElseThrow(),
        measure,
        unit,
        value,
        precision,
        status,
        derivation,
        note,
        List.of());
  }

  private static Optional<YearQuarter> period(DocumentFields fields) {
    return fields.required(
        "period", fields.parsed("period", Periods::quarter, "a quarter, such as 2017-Q4"));
  }

  private static Status status(DocumentFields fields) {
    return fields
        .parsed("status", Status::of, "a supported SDMX status, such as A, E, P, B or O")
        .orElse(Status.NORMAL);
  }

  private static void checkPresence(
      DocumentFields fields, Optional<BigDecimal> value, Status status) {
    if (value.isPresent() && !status.hasValue()) {
      fields.fault("value", "must be left out with status " + status.code());
    } else if (!fields.has("value") && status.hasValue()) {
      fields.fault("value", "is missing; to withdraw a figure, give status O");
    }
  }

  private static Precision precision(DocumentFields fields, Optional<BigDecimal> value) {
    Optional<BigDecimal> low = fields.number("low");
    Optional<BigDecimal> high = fields.number("high");
    if (fields.has("low") || fields.has("high")) {
      return between(fields, value, low, high);
    }
    if (fields.has("decimals")) {
      return fields
          .read(
              "decimals", ObservationReader::decimals, "a whole number from -18 to 18, or \"INF\"")
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
