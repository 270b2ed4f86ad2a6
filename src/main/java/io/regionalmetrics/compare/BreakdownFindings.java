package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.QuarterBreakdowns;
import io.regionalmetrics.model.QuarterKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.threeten.extra.YearQuarter;

/** Findings about quarters in which a company's whole divides differently. */
final class BreakdownFindings {
  private final QuarterBreakdowns breakdowns;
  private final YearQuarter period;
  private final YearQuarter base;
  private final Map<QuarterKey, Change> changes = new HashMap<>();

  /** Findings about a comparison of two quarters. */
  BreakdownFindings(QuarterBreakdowns breakdowns, YearQuarter period, YearQuarter base) {
    this.breakdowns = breakdowns;
    this.period = period;
    this.base = base;
  }

  /** Like {@link #add}, for each row of an answer about parts. */
  void addAll(List<PartOfWhole> parts, FindingCollector findings) {
    for (int row = 0; row < parts.size(); row++) {
      add(row, parts.get(row).subject(), findings);
    }
  }

  /**
   * Like {@link #add}, but only if the subject's region is one of those that make up the whole in
   * either quarter.
   */
  void addForMember(int row, Subject subject, FindingCollector findings) {
    Change change = change(subject);
    if (subject.region().terms().keySet().stream().anyMatch(change::has)) {
      add(row, change, findings);
    }
  }

  /**
   * Adds a finding that names the regions that make up the whole in only one of the quarters, if
   * both breakdowns are known.
   */
  void add(int row, Subject subject, FindingCollector findings) {
    add(row, change(subject), findings);
  }

  private void add(int row, Change change, FindingCollector findings) {
    if (change.isKnown() && !change.now().equals(change.before())) {
      findings.add(
          FindingCode.BREAKDOWN_CHANGED,
          row,
          "The whole divides into different regions. Only in %s: %s. Only in %s: %s."
              .formatted(
                  period,
                  others(change.now(), change.before()),
                  base,
                  others(change.before(), change.now())));
    }
  }

  private Change change(Subject subject) {
    return changes.computeIfAbsent(
        subject.key(period),
        same ->
            new Change(
                breakdowns.membersOfWorld(subject, period),
                breakdowns.membersOfWorld(subject, base)));
  }

  /** The regions that make up the whole in both quarters; empty for one where that is unknown. */
  private record Change(Set<String> now, Set<String> before) {
    boolean isKnown() {
      return !now.isEmpty() && !before.isEmpty();
    }

    boolean has(String region) {
      return now.contains(region) || before.contains(region);
    }
  }

  private static String others(Set<String> regions, Set<String> without) {
    Set<String> others = new TreeSet<>(regions);
    others.removeAll(without);
    return others.isEmpty() ? "none" : String.join(", ", others);
  }
}
