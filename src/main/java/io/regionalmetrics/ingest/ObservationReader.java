package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.FiledFact;
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
  private final List<FiledFact> facts;

  private ObservationReader(DocumentFields fields, FiledFactReader factReader) {
    company = fields.required("company", fields.id("company"));
    metric = fields.required("metric", fields.id("metric"));
    region = fields.required("region", fields.region("region"));
    period = period(fields);
    measure = fields.parsed("measure", Measure::of, "one of level, yoy, qoq").orElse(Measure.LEVEL);
    unit = fields.text("unit", DocumentLimits.UNIT).map(Unit::new);
    value = fields.number("value");
    status = status(fields);
    precision = PrecisionReader.read(fields, value);
    derivation = fields.text("derivation", DocumentLimits.TEXT);
    note = fields.text("note", DocumentLimits.TEXT);
    facts = factReader.read(fields);
  }

  /**
   * Returns the figure; empty if any part of it is faulty.
   *
   * @param factReader reads the facts that it is from
   */
  static Optional<ObservationRow> read(DocumentFields fields, FiledFactReader factReader) {
    ObservationReader reader = new ObservationReader(fields, factReader);
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
        facts);
  }

  /** Reads the quarter of a figure, which it must have. */
  static Optional<YearQuarter> period(DocumentFields fields) {
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
}
