package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Context;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.List;
import java.util.Locale;

/** What the members of the consolidation axis stand for. */
final class ConsolidationItem {
  /** The member for operating segments. */
  static final QualifiedName OPERATING_SEGMENTS =
      new QualifiedName("us-gaap", "OperatingSegmentsMember");

  private static final String SEGMENTS_WITHOUT_ELIMINATIONS = "OperatingSegmentsExcluding";
  private static final List<String> ELIMINATIONS =
      List.of(
          "eliminat",
          "interarea",
          "intercompany",
          "interdivision",
          "intergeographic",
          "intergroup",
          "interregion",
          "intersegment");

  private ConsolidationItem() {}

  /** Whether a member stands for operating segments. */
  static boolean isOperatingSegments(QualifiedName member) {
    return member.equals(OPERATING_SEGMENTS)
        || member.local().startsWith(SEGMENTS_WITHOUT_ELIMINATIONS);
  }

  /** The cell of the operating segments that a cell without the axis is a total of. */
  static FactCell ofOperatingSegments(FactCell cell) {
    return cell.with(StandardAxes.CONSOLIDATION, OPERATING_SEGMENTS);
  }

  /** Whether a context is of operating segments, under the standard member. */
  static boolean isOfOperatingSegments(Context context) {
    return OPERATING_SEGMENTS.equals(context.dimensions().get(StandardAxes.CONSOLIDATION));
  }

  /** Whether a member of any axis stands for eliminations, judging by its name. */
  static boolean isElimination(QualifiedName member) {
    return !isOperatingSegments(member) && namesElimination(member.local());
  }

  /** Whether the name of a member that is no operating segment stands for eliminations. */
  static boolean namesElimination(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ELIMINATIONS.stream().anyMatch(lower::contains);
  }
}
