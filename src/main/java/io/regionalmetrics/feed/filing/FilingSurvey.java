package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.Instance;
import java.util.List;

/**
 * What is found out about a filing before its facts are placed.
 *
 * @param geography which axes and members are regions
 * @param lines the concepts of total revenue
 * @param metrics the wanted metrics, with the concepts of this filing
 * @param citations where each fact stands
 */
record FilingSurvey(
    Filing filing,
    Geography geography,
    RevenueLines lines,
    List<WantedMetric> metrics,
    FactCitations citations) {
  /** Surveys an instance for the metrics that are wanted. */
  static FilingSurvey of(
      Instance instance, ElementLabels labels, WantedMetrics wanted, Filing filing) {
    RevenueLines lines =
        new RevenueLines(instance.facts(), WantedMetric.REVENUE.concepts(), filing);
    return new FilingSurvey(
        filing,
        new Geography(instance.facts(), labels, lines.concepts()),
        lines,
        wanted.metrics().stream()
            .map(metric ->
                metric.bySlice() ? metric.withConcepts(lines.before(metric.concepts())) : metric)
            .toList(),
        new FactCitations(instance));
  }

  /** Whether a fact is of the company that files, under a concept of total revenue. */
  boolean isRevenue(Fact fact) {
    return lines.concepts().contains(fact.concept()) && filing.isOf(fact.context().entity());
  }
}
