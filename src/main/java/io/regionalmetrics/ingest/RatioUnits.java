package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.TermUnits;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.List;

/**
 * Checks that the units of ratios fit those of their terms.
 *
 * @param known all metrics, merged with those of the document
 * @param added the metrics that the document adds
 */
record RatioUnits(KnownDefinitions known, List<Located<MetricRow>> added, DocumentFaults faults) {

  /** Checks an added metric, and the known ratios that it is a term of. */
  void check(Located<MetricRow> metric) {
    Vocabulary vocabulary = known.vocabulary(metric.row().company().orElse(""));
    for (Metric ratio : vocabulary.metrics().values()) {
      if (isCheckedAt(metric.row().id(), ratio)) {
        TermUnits.of(ratio, vocabulary)
            .filter(units -> !units.fit(ratio))
            .ifPresent(units -> addFault(metric, ratio, units));
      }
    }
  }

  /** Whether a ratio is checked at an added metric: at itself, or if it was known, at its terms. */
  private boolean isCheckedAt(String id, Metric ratio) {
    return ratio.id().equals(id) || (isTerm(id, ratio) && !isAdded(ratio));
  }

  private static boolean isTerm(String id, Metric ratio) {
    return ratio
        .terms()
        .filter(terms -> terms.numerator().equals(id) || terms.denominator().equals(id))
        .isPresent();
  }

  private boolean isAdded(Metric ratio) {
    return added.stream().anyMatch(metric -> metric.row().id().equals(ratio.id()));
  }

  private void addFault(Located<MetricRow> metric, Metric ratio, TermUnits units) {
    boolean isTerm = !ratio.id().equals(metric.row().id());
    faults.add(
        Reason.SENSELESS,
        metric.place() + ".unit",
        "'%s' does not fit%s: %s"
            .formatted(
                metric.row().unit(),
                isTerm ? " the ratio %s, which is in %s".formatted(ratio.id(), ratio.unit()) : "",
                units.fitting()));
  }
}
