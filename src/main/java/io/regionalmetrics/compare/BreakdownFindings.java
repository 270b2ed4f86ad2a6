package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.threeten.extra.YearQuarter;

/** Findings about quarters in which a company's whole divides differently. */
final class BreakdownFindings {
  private final Quarters quarters;
  private final YearQuarter period;
  private final YearQuarter base;

  /** Findings about a comparison of two quarters. */
  BreakdownFindings(Quarters quarters, YearQuarter period, YearQuarter base) {
    this.quarters = quarters;
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
    Set<String> members = new TreeSet<>(quarters.membersOfWorld(subject, period));
    members.addAll(quarters.membersOfWorld(subject, base));
    if (subject.region().terms().keySet().stream().anyMatch(members::contains)) {
      add(row, subject, findings);
    }
  }

  /**
   * Adds a finding that names the regions that make up the whole in only one of the quarters, if
   * both breakdowns are known.
   */
  void add(int row, Subject subject, FindingCollector findings) {
    Set<String> now = quarters.membersOfWorld(subject, period);
    Set<String> before = quarters.membersOfWorld(subject, base);
    if (!now.isEmpty() && !before.isEmpty() && !now.equals(before)) {
      findings.add(
          FindingCode.BREAKDOWN_CHANGED,
          row,
          "The whole divides into different regions. Only in %s: %s. Only in %s: %s."
              .formatted(period, others(now, before), base, others(before, now)));
    }
  }

  private static String others(Set<String> regions, Set<String> without) {
    Set<String> others = new TreeSet<>(regions);
    others.removeAll(without);
    return others.isEmpty() ? "none" : String.join(", ", others);
  }
}
