package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Locale;
import java.util.Set;

/** Tells which members may stand for a named remainder. */
final class RemainderMember {
  private static final Set<String> TOTALS = Set.of("total", "reportable", "consolidated");

  private RemainderMember() {}

  /** Whether a member that is no region may be a remainder: neither a total nor an elimination. */
  static boolean isRemainder(QualifiedName member) {
    return !member.local().endsWith("Domain")
        && !ConsolidationItem.isElimination(member)
        && ElementName.of(member).stream()
            .noneMatch(word -> TOTALS.contains(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether a member of the consolidation axis may be a remainder: Corporate, not segments. */
  static boolean isOfNoSegment(QualifiedName member) {
    return !ConsolidationItem.isOperatingSegments(member) && isRemainder(member);
  }
}
