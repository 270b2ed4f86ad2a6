package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.SeriesPosition;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.model.MetricSpan;
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
 * The levels of regions over a range of quarters, and what is computed from them ({@link
 * RegionSeries}). Rows are sorted by region, then by quarter. Every quarter of the range has a row;
 * if its level is missing, the row says why.
 *
 * <p>The four quarters before the range are always read too. Growth and the sum of four quarters
 * need them, and a level then does not depend on the transforms requested with it.
 *
 * @param subjects one line for each
 * @param wholes the wholes that lines are shares of, by company; empty if no share is requested
 * @param transforms what to show for each quarter in addition to its level
 * @param start the first quarter; empty for the first quarter in which any subject has a level
 * @param end the last quarter; empty for the last quarter in which any subject has a level
 * @param newest the most quarters to show, counted back from the last; empty for no limit
 * @param history whether each reported level shows every vintage of its cell
 * @param from where the page begins; empty for the first page
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
  private static final int ROWS_OF_A_PAGE = 500;
  private static final int MOST_ROWS = 2_000;

  @Override
  public Requirements requirements() {
    return Requirements.of(reads(start.orElse(Periods.FIRST), end.orElse(Periods.LAST)));
  }

  /**
   * The page that begins at {@link #from}; {@link Answer#nextPage} says where the next one does.
   *
   * @throws Refusal if the range has an open end that no known level can set
   */
  @Override
  public Answer answer(Quarters quarters) {
    return page(quarters, ROWS_OF_A_PAGE).answer();
  }

  /**
   * The whole series on one page of up to 2,000 rows.
   *
   * @throws Refusal if it has more rows, if it is asked to begin at a later page, or if the range
   *     has an open end that no known level can set
   */
  public Answer whole(Quarters quarters) {
    if (from.isPresent()) {
      throw Refusal.of(
          Reason.MALFORMED,
          "next",
          "this format has no pages: it holds the whole series; leave next out");
    }
    return page(quarters, MOST_ROWS).whole();
  }

  /**
   * The figures of the same page as they were published.
   *
   * @throws Refusal if the range has an open end that no known level can set
   */
  public PublishedPage published(Quarters quarters) {
    return page(quarters, ROWS_OF_A_PAGE).published();
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

  private SeriesPage page(Quarters read, int mostRows) {
    SeriesBounds bounds = new SeriesBounds(subjects, start, read);
    NavigableSet<YearQuarter> found =
        new TreeSet<>(read.periods())
            .subSet(start.orElse(Periods.FIRST), true, end.orElse(Periods.LAST), true);
    YearQuarter last = end.orElseGet(() -> bounds.firstWithLevel(found.descendingSet()));
    YearQuarter first = withinNewest(start.orElseGet(() -> bounds.firstWithLevel(found)), last);
    return new SeriesPage(
        new SeriesSelection(subjects, wholes, transforms, history, from, mostRows),
        first,
        last,
        read.within(reads(first, last)));
  }

  private YearQuarter withinNewest(YearQuarter first, YearQuarter last) {
    if (newest.isEmpty()) {
      return first;
    }
    YearQuarter earliest = last.minusQuarters(newest.getAsInt() - 1L);
    return first.isBefore(earliest) ? earliest : first;
  }
}
