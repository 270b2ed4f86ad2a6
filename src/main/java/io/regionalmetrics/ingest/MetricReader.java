package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import java.util.List;
import java.util.Optional;

/** Reads a metric that a document defines, member by member. */
final class MetricReader {
  private final Optional<String> company;
  private final Optional<String> id;
  private final Optional<String> name;
  private final Optional<MetricKind> kind;
  private final Optional<Dimension> dimension;
  private final Optional<Unit> unit;
  private final Optional<RatioTerms> terms;
  private final boolean mayBeNegative;
  private final Optional<String> definition;

  private MetricReader(DocumentFields fields) {
    company = fields.id("company");
    id = fields.required("id", fields.id("id"));
    name = DefinitionReader.name(fields);
    kind =
        fields.required("kind", fields.parsed("kind", MetricKind::of, "one of flow, stock, ratio"));
    dimension = fields.parsed("dimension", Dimension::of, "one of money, count, number");
    unit = fields.required("unit", fields.text("unit", DocumentLimits.UNIT).map(Unit::new));
    terms = terms(fields, kind.filter(MetricKind.RATIO::equals).isPresent());
    mayBeNegative = fields.flag("negative");
    definition = fields.text("definition", DocumentLimits.TEXT);
  }

  /** Returns the metric; empty if any part of it is faulty. */
  static Optional<MetricRow> read(DocumentFields fields) {
    MetricReader reader = new MetricReader(fields);
    fields.refuseUnknown();
    return fields.isValid() ? Optional.of(reader.row()) : Optional.empty();
  }

  private MetricRow row() {
    return new MetricRow(
        company,
        id.orElseThrow(),
        name.orElseThrow(),
        kind.orElseThrow(),
        dimension,
        unit.orElseThrow(),
        terms,
        mayBeNegative,
        definition);
  }

  private static Optional<RatioTerms> terms(DocumentFields fields, boolean ratio) {
    Optional<String> numerator = fields.id("numerator");
    Optional<String> denominator = fields.id("denominator");
    Optional<Boolean> average = choice(fields, "basis", "average", "end", "end or average");
    Optional<Boolean> monthly = choice(fields, "per", "month", "quarter", "quarter or month");
    if (!ratio) {
      refuseTerms(fields);
    }
    if (numerator.isPresent() != denominator.isPresent()) {
      fields.fault(
          numerator.isPresent() ? "denominator" : "numerator",
          "is missing: give both numerator and denominator, or neither");
    }
    return numerator.flatMap(n ->
        denominator.map(d -> new RatioTerms(n, d, average.orElse(false), monthly.orElse(false))));
  }

  private static void refuseTerms(DocumentFields fields) {
    for (String name : List.of("numerator", "denominator", "basis", "per")) {
      if (fields.has(name)) {
        fields.fault(name, "is allowed only for a ratio");
      }
    }
  }

  private static Optional<Boolean> choice(
      DocumentFields fields, String name, String yes, String no, String right) {
    return fields.parsed(
        name,
        text ->
            text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty(),
        right);
  }
}
