package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.threeten.extra.YearQuarter;

/** The line of each subject of a series, and of the whole that it is a share of. */
final class SeriesLines {
  private final Levels levels;
  private final NavigableSet<YearQuarter> candidates;
  private final Map<String, Subject> wholes;
  private final IdentityHashMap<Subject, RegionSeries> lines = new IdentityHashMap<>();
  private final IdentityHashMap<RegionSeries, RegionSeries> wholeLines = new IdentityHashMap<>();

  /**
   * The lines of a range of quarters.
   *
   * @param wholes the wholes that lines are shares of, by company
   * @param first the first quarter of the range
   * @param last the last quarter of the range
   */
  SeriesLines(Quarters quarters, Map<String, Subject> wholes, YearQuarter first, YearQuarter last) {
    this.levels = new Levels(quarters);
    this.wholes = wholes;
    this.candidates = candidates(quarters).subSet(first, true, last, true);
  }

  /**
   * The quarters that may have a level: those in which anything was published, and those that a
   * published growth leads to.
   */
  private static NavigableSet<YearQuarter> candidates(Quarters quarters) {
    NavigableSet<YearQuarter> all = new TreeSet<>();
    for (YearQuarter found : quarters.periods()) {
      all.add(found);
      for (Measure measure : List.of(Measure.YOY, Measure.QOQ)) {
        all.add(found.minusQuarters(measure.quarters()));
        all.add(found.plusQuarters(measure.quarters()));
      }
    }
    return all;
  }

  /** The quarters of the range that may have a level, oldest first. */
  NavigableSet<YearQuarter> candidates() {
    return candidates;
  }

  /** The line of a subject, in the unit of its newest level. */
  RegionSeries of(Subject subject) {
    return lines.computeIfAbsent(
        subject, key -> new RegionSeries(levels, key, candidates, unit(key)));
  }

  private Unit unit(Subject subject) {
    return levels.unit(subject, candidates.descendingSet().toArray(YearQuarter[]::new));
  }

  /**
   * The line of the whole that a line is a share of, in the line's unit.
   *
   * @throws IllegalStateException if the line's company has no whole
   */
  RegionSeries wholeOf(RegionSeries line) {
    return wholeLines.computeIfAbsent(line, this::wholeLine);
  }

  private RegionSeries wholeLine(RegionSeries line) {
    Subject whole = wholes.get(line.subject().company());
    if (whole == null) {
      throw new IllegalStateException("no whole of " + line.subject().company());
    }
    return line.of(whole);
  }
}
