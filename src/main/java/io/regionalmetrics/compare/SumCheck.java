package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.region.RegionExpression;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.threeten.extra.YearQuarter;

/**
 * Checks a region against the other regions of each definition that it occurs in: a whole against
 * the sum of its members, a residual against the difference that defines it. All of them are of one
 * book: they were restated together or not at all.
 */
final class SumCheck implements RelationCheck {
  private final Levels levels;
  private final Set<RegionOfMetric> requested = new HashSet<>();
  private final Set<CheckedIdentity> checked = new HashSet<>();

  private record RegionOfMetric(String company, String metric, String region) {
    static RegionOfMetric of(Subject subject, String region) {
      return new RegionOfMetric(subject.company(), subject.metric().id(), region);
    }
  }

  /**
   * A definition that was checked.
   *
   * @param terms the sum of regions, each with its sign, that is zero
   */
  private record CheckedIdentity(
      String company, String metric, Map<String, Integer> terms, YearQuarter period, Unit unit) {}

  /**
   * Checks sums in one answer.
   *
   * @param cells all cells of the answer
   */
  SumCheck(Levels levels, List<CheckedCell> cells) {
    this.levels = levels;
    for (CheckedCell cell : cells) {
      Optional<String> region = cell.subject().region().single();
      if (region.isPresent()) {
        requested.add(RegionOfMetric.of(cell.subject(), region.get()));
      }
    }
  }

  @Override
  public void check(CheckedFigure figure, CheckRows rows) {
    Subject subject = figure.subject();
    Optional<String> region = subject.region().single();
    if (subject.metric().kind() != MetricKind.RATIO
        && region.isPresent()
        && figure.level().isPresent()) {
      for (Map<String, Integer> terms : identities(figure, region.get())) {
        check(figure, figure.level().get(), region.get(), terms, rows);
      }
    }
  }

  private List<Map<String, Integer>> identities(CheckedFigure figure, String region) {
    return levels.at(figure.subject(), figure.period()).algebra().identities(region);
  }

  /** Checks each definition once. */
  private void check(
      CheckedFigure figure,
      KnownFigure published,
      String region,
      Map<String, Integer> terms,
      CheckRows rows) {
    Subject subject = figure.subject();
    YearQuarter period = figure.period();
    Unit unit = published.figure().unit();
    CheckedIdentity identity =
        new CheckedIdentity(subject.company(), subject.metric().id(), terms, period, unit);
    if (!checked.contains(identity) && isCheckedAt(figure, region, terms, unit)) {
      checked.add(identity);
      rows.add(
          figure,
          Relation.SUM,
          figure.inOneBook(levels, book -> book.sum(subject, others(region, terms), period, unit)));
    }
  }

  /**
   * Whether a definition is checked at this region: the region that it defines if that is
   * requested, otherwise any region for which all others are published.
   */
  private boolean isCheckedAt(
      CheckedFigure figure, String region, Map<String, Integer> terms, Unit unit) {
    String defined = terms.keySet().iterator().next();
    return defined.equals(region)
        || (!requested.contains(RegionOfMetric.of(figure.subject(), defined))
            && areOthersPublished(figure, region, terms, unit));
  }

  private boolean areOthersPublished(
      CheckedFigure figure, String region, Map<String, Integer> terms, Unit unit) {
    for (String other : terms.keySet()) {
      if (!other.equals(region)
          && !levels.isPublished(figure.subject(), other, figure.period(), unit)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The region solved for: the other regions of the zero sum, with opposite signs. Those to add
   * come first, so that it reads WORLD-US.
   */
  private static RegionExpression others(String region, Map<String, Integer> terms) {
    int sign = terms.getOrDefault(region, 0);
    Map<String, Integer> others = new LinkedHashMap<>();
    for (int wanted : List.of(1, -1)) {
      terms.forEach((other, times) -> {
        if (!other.equals(region) && Integer.signum(-sign * times) == wanted) {
          others.put(other, wanted);
        }
      });
    }
    return new RegionExpression(others);
  }
}
