package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.region.RegionExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** Reads what a document defines; a definition with a fault is read as absent. */
final class DefinitionReader {
  private DefinitionReader() {}

  /**
   * Reads a company.
   *
   * @param published the date of the source that names it so
   */
  static Optional<Company> company(DocumentFields fields, LocalDate published) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = name(fields);
    Optional<String> cik =
        fields.text("cik", DocumentLimits::isCik, "ten digits, such as 0001418091");
    Optional<MonthDay> fiscalYearEnd =
        fields.word("fiscalYearEnd", DefinitionReader::monthDay, "a month and day, such as 12-31");
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new Company(id.orElseThrow(), name.orElseThrow(), cik, fiscalYearEnd, published))
        : Optional.empty();
  }

  private static Optional<String> name(DocumentFields fields) {
    return fields.required("name", fields.text("name", DocumentLimits.NAME));
  }

  private static Optional<MonthDay> monthDay(String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads a metric. */
  static Optional<MetricRow> metric(DocumentFields fields) {
    Optional<String> company = fields.id("company");
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = name(fields);
    Optional<MetricKind> kind =
        fields.required("kind", fields.word("kind", MetricKind::of, "one of flow, stock, ratio"));
    Optional<Dimension> dimension =
        fields.word("dimension", Dimension::of, "one of money, count, number");
    Optional<Unit> unit =
        fields.required("unit", fields.text("unit", DocumentLimits.UNIT).map(Unit::new));
    Optional<RatioTerms> terms = terms(fields, kind.filter(MetricKind.RATIO::equals).isPresent());
    boolean mayBeNegative = fields.flag("negative");
    Optional<String> definition = fields.text("definition", DocumentLimits.TEXT);
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new MetricRow(
                company,
                id.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                dimension,
                unit.orElseThrow(),
                terms,
                mayBeNegative,
                definition))
        : Optional.empty();
  }

  private static Optional<RatioTerms> terms(DocumentFields fields, boolean ratio) {
    Optional<String> numerator = fields.id("numerator");
    Optional<String> denominator = fields.id("denominator");
    Optional<Boolean> average = choice(fields, "basis", "average", "end", "end or average");
    Optional<Boolean> monthly = choice(fields, "per", "month", "quarter", "quarter or month");
    for (String name : List.of("numerator", "denominator", "basis", "per")) {
      if (fields.has(name) && !ratio) {
        fields.fault(name, "is allowed only for a ratio");
      }
    }
    if (numerator.isPresent() != denominator.isPresent()) {
      fields.fault(
          numerator.isPresent() ? "denominator" : "numerator",
          "is missing: give both numerator and denominator, or neither");
    }
    return numerator.flatMap(n ->
        denominator.map(d -> new RatioTerms(n, d, average.orElse(false), monthly.orElse(false))));
  }

  private static Optional<Boolean> choice(
      DocumentFields fields, String name, String yes, String no, String right) {
    return fields.word(
        name,
        text ->
            text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty(),
        right);
  }

  /** Reads a region. */
  static Optional<RegionRow> region(DocumentFields fields) {
    Optional<String> company = fields.id("company");
    Optional<String> id = fields.required("id", fields.region("id"));
    Optional<String> name = name(fields);
    List<String> aliases = fields.regions("aliases");
    List<String> members = fields.regions("members");
    Optional<RegionExpression> residual =
        fields.text("residual", DocumentLimits.TEXT).flatMap(text -> residual(fields, text));
    if (!members.isEmpty() && residual.isPresent()) {
      fields.fault("residual", "give either members or a residual, not both");
    }
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new RegionRow(
                company, id.orElseThrow(), name.orElseThrow(), aliases, members, residual))
        : Optional.empty();
  }

  private static Optional<RegionExpression> residual(DocumentFields fields, String text) {
    try {
      return Optional.of(RegionExpression.parse(text));
    } catch (Refusal refusal) {
      fields.fault(refusal.reason(), "residual", refusal.invalid().getFirst().reason());
      return Optional.empty();
    }
  }
}
