package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.SeriesPosition;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * Quarters x regions: region by region, in each the quarters in their order, every one of the range
 * there, missing ones with their reason. What is said of a quarter is in {@link RegionSeries}.
 *
 * <p>The four quarters before the range are read too, always: what a year before, the quarter
 * before or four quarters together need; and so that a level is the same whatever is asked of it.
 *
 * @param subjects a line each
 * @param wholes of which the lines are shares, by company; empty where no share is asked
 * @param transforms what is said of each quarter beside its level
 * @param start the first quarter; where it is left out, the first that any subject has
 * @param end the last quarter; where it is left out, the last that any subject has
 * @param newest of those quarters only so many, the newest
 * @param history whether each reported level tells every vintage of its cell
 * @param from where a page begins; nothing for the first page
 */
public record Series(
    List<Subject> subjects,
    Map<String, Subject> wholes,
    List<Transform> transforms,
    Optional<YearQuarter> start,
    Optional<YearQuarter> end,
    OptionalInt newest,
    boolean history,
    Optional<SeriesPosition> from)
    implements Comparison {
  private static final int QUARTERS_BEFORE = 4;

  @Override
  public Requirements requirements() {
    return Requirements.of(reads(start.orElse(Periods.FIRST), end.orElse(Periods.LAST)));
  }

  /**
   * The page that begins at {@link #from}; {@link Answer#nextPage} says where the next one does.
   *
   * @throws Refusal where an end of the range is left open and nothing is known to bound it
   */
  @Override
  public Answer answer(Quarters quarters) {
    return page(quarters).answer();
  }

  /**
   * What was published of the same page, as it was published.
   *
   * @throws Refusal where an end of the range is left open and nothing is known to bound it
   */
  public PublishedPage published(Quarters quarters) {
    SeriesPage page = page(quarters);
    return new PublishedPage(page.published(), page.next());
  }

  private List<MetricSpan> reads(YearQuarter first, YearQuarter last) {
    Map<List<String>, MetricSpan> spans = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Stream.concat(subject.reads(first.minusQuarters(QUARTERS_BEFORE)), subject.reads(last))
          .map(key -> new MetricSpan(key.company(), key.metric(), key.period(), key.period()))
          .forEach(
              span -> spans.merge(List.of(span.company(), span.metric()), span, MetricSpan::and));
    }
    return List.copyOf(spans.values());
  }

  /**
   * The page that was asked for, from all that it reads.
   *
   * @throws Refusal where an end of the range is left open and nothing is known to bound it
   */
  private SeriesPage page(Quarters read) {
    Levels levels = new Levels(read.unconverted());
    NavigableSet<YearQuarter> found = new TreeSet<>(read.periods());
    NavigableSet<YearQuarter> asked =
        found.tailSet(start.orElse(Periods.FIRST), true).headSet(end.orElse(Periods.LAST), true);
    YearQuarter last = end.orElseGet(() -> firstThatAnyHas(asked.descendingSet(), levels, read));
    YearQuarter first = start.orElseGet(() -> firstThatAnyHas(asked, levels, read));
    if (newest.isPresent() && first.isBefore(last.minusQuarters(newest.getAsInt() - 1L))) {
      first = last.minusQuarters(newest.getAsInt() - 1L);
    }
    return new SeriesPage(
        new SeriesSelection(subjects, wholes, transforms, history, from),
        first,
        last,
        read.within(reads(first, last)));
  }

  private YearQuarter firstThatAnyHas(
      NavigableSet<YearQuarter> periods, Levels levels, Quarters read) {
    return periods.stream()
        .filter(period -> subjects.stream().anyMatch(subject -> has(subject, period, levels)))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                Reason.SENSELESS,
                start.isPresent() ? "endPeriod" : "startPeriod",
                "left out, and nothing of what is asked is known as of %s to bound the range%s; name it"
                    .formatted(
                        read.asOf(),
                        start.map(quarter -> " from %s on".formatted(quarter)).orElse(""))));
  }

  /**
   * Whether a quarter has a level of its own: a base that only a later quarter's growth implies
   * doesn't make a series longer.
   */
  private static boolean has(Subject subject, YearQuarter period, Levels levels) {
    return levels.units(subject, period).stream()
        .anyMatch(unit ->
            levels.level(subject, period, unit) instanceof KnownFigure known
                && (known.figure().origin() != Origin.IMPLIED
                    || Stream.of(Measure.YOY, Measure.QOQ)
                        .anyMatch(
                            growth -> levels.growth(subject, period, growth, unit).isPresent())));
  }
}
