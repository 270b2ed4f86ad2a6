package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.TermUnits;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses metrics that don't suit a question, and names those that do. */
final class MetricRefusal {
  private MetricRefusal() {}

  /**
   * Refuses several metrics in a question that takes one.
   *
   * @param text the metrics as they were written
   * @param known all metrics of the company
   */
  static Refusal ofSeveral(String text, List<Metric> metrics, Collection<Metric> known) {
    boolean comparable = metrics.stream().map(Metric::unit).distinct().count() == 1;
    return Refusal.of(
        Reason.SENSELESS,
        "metric",
        "'%s' names several metrics%s; ask for one at a time%s"
            .formatted(text, comparable ? "" : units(metrics), quotient(metrics, known)));
  }

  private static String units(List<Metric> metrics) {
    return metrics.stream()
        .map(metric -> "%s is in %s".formatted(metric.id(), metric.unit()))
        .collect(Collectors.joining(", ", ", whose units differ: ", ""));
  }

  /** Suggests the ratio of two of the metrics, which compares them. */
  private static String quotient(List<Metric> metrics, Collection<Metric> known) {
    List<String> ids = metrics.stream().map(Metric::id).toList();
    for (Metric ratio : known) {
      if (ratio.terms().filter(terms -> isOf(terms, ids)).isPresent()) {
        RatioTerms terms = ratio.terms().get();
        return ", or for %s, which divides %s by %s"
            .formatted(ratio.id(), terms.numerator(), terms.denominator());
      }
    }
    return "";
  }

  private static boolean isOf(RatioTerms terms, List<String> ids) {
    return ids.contains(terms.numerator()) && ids.contains(terms.denominator());
  }

  /** Refuses a ratio in a question about parts of a whole. */
  static Refusal ofRatioAsWhole(Metric ratio) {
    String terms =
        ratio
            .terms()
            .map(t ->
                "; ask for its numerator, %s, or its denominator, %s"
                    .formatted(t.numerator(), t.denominator()))
            .orElse("");
    return Refusal.of(
        Reason.SENSELESS,
        "metric",
        "%s is a ratio, whose parts don't add up to a whole%s".formatted(ratio.id(), terms));
  }

  /** Refuses the drivers of a metric that isn't a ratio. */
  static Refusal ofNoRatio(Subject subject) {
    String id = subject.metric().id();
    String ratios =
        subject.vocabulary().metrics().values().stream()
            .filter(
                other -> other.terms().filter(terms -> terms.numerator().equals(id)).isPresent())
            .map(Metric::id)
            .collect(Collectors.joining(" or metric="));
    return Refusal.of(
        Reason.SENSELESS,
        "metric",
        "%s is not a ratio, and drivers split the growth of a ratio's numerator; %s"
            .formatted(
                id,
                ratios.isEmpty()
                    ? "no ratio with this numerator is defined"
                    : "ask for metric=" + ratios));
  }

  /** Refuses the drivers of a ratio without a numerator and denominator. */
  static Refusal ofUndividedRatio(Metric ratio) {
    return Refusal.of(
        Reason.SENSELESS,
        "metric",
        "the growth of %s can't be split, because its definition lacks a numerator and denominator"
            .formatted(ratio.id()));
  }

  /** Refuses the drivers of a ratio whose unit does not fit its numerator and denominator. */
  static Refusal ofUnfitUnit(Metric ratio, TermUnits terms) {
    return Refusal.of(
        Reason.SENSELESS,
        "metric",
        "%s is defined in %s, but %s; ask for its numerator or denominator"
            .formatted(ratio.id(), ratio.unit(), terms.fitting()));
  }

  /** Refuses a sum or difference of regions for a ratio without a numerator and denominator. */
  static Refusal ofRatioWithoutTerms(Subject subject, String parameter) {
    return Refusal.of(
        Reason.SENSELESS,
        parameter,
        "%s does not add over regions, and '%s' can't be computed because the numerator and denominator are missing from its definition; ask for one region"
            .formatted(subject.metric().id(), subject.requestedRegion()));
  }
}
