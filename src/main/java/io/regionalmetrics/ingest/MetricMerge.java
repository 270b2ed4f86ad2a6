package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges a document's metrics into the known ones. Only a metric's name and definition change. */
final class MetricMerge {
  private final KnownDefinitions known;
  private final DocumentFaults faults;
  private final List<Located<MetricRow>> added = new ArrayList<>();

  MetricMerge(KnownDefinitions known, DocumentFaults faults) {
    this.known = known;
    this.faults = faults;
  }

  /**
   * Adds a metric, or updates it if it agrees with the known one.
   *
   * @param published the date of the source that names it so
   */
  void merge(Located<MetricRow> located, LocalDate published) {
    MetricRow row = located.row();
    if (!known.checkCompany(located.place(), row.company(), faults)) {
      return;
    }
    Metric metric = metric(row, published);
    checkUnit(located.place(), metric);
    Metric before = known.definitions(row.company()).metrics().get(row.id());
    if (before == null) {
      known.define(row.company(), metric);
      added.add(located);
    } else if (!before.agreesWith(metric)) {
      faults.add(Reason.CONTRADICTION, located.place(), contradiction(before));
    } else if (!published.isBefore(before.named())) {
      known.define(row.company(), withDefinition(metric, before));
    }
  }

  private static Metric metric(MetricRow row, LocalDate published) {
    return new Metric(
        row.id(),
        row.name(),
        row.kind(),
        row.dimension().orElseGet(() -> dimension(row)),
        row.unit(),
        row.terms(),
        row.mayBeNegative(),
        row.definition(),
        published);
  }

  /**
   * Money if the unit begins with a currency code; otherwise a number for a ratio, else a count.
   */
  private static Dimension dimension(MetricRow row) {
    if (row.unit().isMoney()) {
      return Dimension.MONEY;
    }
    return row.kind() == MetricKind.RATIO ? Dimension.NUMBER : Dimension.COUNT;
  }

  private void checkUnit(String place, Metric metric) {
    if (metric.dimension() == Dimension.MONEY && !metric.unit().isMoney()) {
      faults.add(
          Reason.SENSELESS,
          place + ".unit",
          "'%s' is not a unit of money: begin it with a currency code (ISO 4217), such as USD or USD/user"
              .formatted(metric.unit()));
    }
  }

  private static String contradiction(Metric before) {
    return "%s is known as a %s of %s in %s%s; only its name and definition may change"
        .formatted(
            before.id(),
            before.kind().code(),
            before.dimension().code(),
            before.unit(),
            before.terms().map(MetricMerge::inWords).orElse(""));
  }

  private static String inWords(RatioTerms terms) {
    return ", %s over %s at the %s, a %s"
        .formatted(
            terms.numerator(),
            terms.denominator(),
            terms.average() ? "average" : "end",
            terms.monthly() ? "month" : "quarter");
  }

  private static Metric withDefinition(Metric metric, Metric before) {
    return new Metric(
        metric.id(),
        metric.name(),
        metric.kind(),
        metric.dimension(),
        metric.unit(),
        metric.terms(),
        metric.mayBeNegative(),
        metric.definition().or(before::definition),
        metric.named());
  }

  /** Checks that a ratio's terms are known metrics; call it once all metrics are merged. */
  void checkTerms(Located<MetricRow> located) {
    MetricRow row = located.row();
    if (row.terms().isPresent()) {
      RatioTerms terms = row.terms().get();
      checkTerm(row.company(), located.place() + ".numerator", terms.numerator());
      checkTerm(row.company(), located.place() + ".denominator", terms.denominator());
    }
  }

  /**
   * Checks the units of each ratio that the document adds, or whose terms it adds; call it once all
   * metrics are merged. A ratio that was known before is not checked again.
   */
  void checkUnits() {
    added.forEach(metric -> new RatioUnits(known, added, faults).check(metric));
  }

  private void checkTerm(Optional<String> company, String place, String id) {
    Metric term = known.metrics(company).get(id);
    if (term == null) {
      faults.add(Reason.SENSELESS, place, known.unknownMetric(company, id));
    } else if (term.kind() == MetricKind.RATIO) {
      faults.add(
          Reason.SENSELESS, place, "'%s' is itself a ratio; use a flow or a stock".formatted(id));
    }
  }
}
