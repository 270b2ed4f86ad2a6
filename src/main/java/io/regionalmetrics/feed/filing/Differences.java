package io.regionalmetrics.feed.filing;

import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quarters of a flow that follow from longer spans: a span less one or two others that lie in
 * it, where what remains is one quarter. Half a year less the first quarter is the second; a year
 * less nine months is the fourth; nine months less the first and the third quarter are the second.
 *
 * <p>A filing's figures are held only against those that were valid when it was made. A year of
 * January doesn't go with nine months that were restated in October, if those had said something
 * else by January: the difference would hold both the quarter and the restatement.
 */
final class Differences {
  private final History history;
  private final Comparator<String> order;

  /**
   * A quarter that follows.
   *
   * @param value in the series' unit
   * @param bounds what it can't be outside of: the operands' ends
   * @param source the id of the later filing
   * @param derivation in words, with the sources of all operands
   */
  record Derived(
      FactSeries series,
      Span quarter,
      BigDecimal value,
      Bounds bounds,
      String source,
      String derivation) {

    private boolean saysTheSameAs(Derived other) {
      return value.compareTo(other.value) == 0 && bounds.equals(other.bounds);
    }
  }

  /** What is said of some days by a day, and by which filing. */
  private record Known(StatedSpan stated, String source) {
    Span span() {
      return stated.span();
    }
  }

  Differences(History history) {
    this.history = history;
    this.order = history.oldestFirst();
  }

  /**
   * The quarters of a series that no filing states, each from the first filing with which it
   * follows, and again from one with which it becomes another.
   *
   * @param news the spans that something new was said of: only what they may have a part in is
   *     looked at
   */
  List<Derived> of(FactSeries series, Collection<Span> news) {
    List<StatedSpan> stated =
        history.stated(series).stream()
            .filter(one -> news.stream().anyMatch(span -> isWithinAYear(one.span(), span)))
            .toList();
    TreeSet<String> filings = new TreeSet<>(order);
    stated.forEach(one -> filings.addAll(List.of(one.first(), one.last())));
    List<Derived> all = new ArrayList<>();
    Map<Span, Derived> newest = new HashMap<>();
    for (String filing : filings) {
      for (Derived derived : best(series, stated, known(stated, filing)).values()) {
        Derived before = newest.put(derived.quarter(), derived);
        if ((before == null || !before.saysTheSameAs(derived))
            && !isStated(series, derived.quarter())) {
          all.add(derived);
        }
      }
    }
    return all;
  }

  private static boolean isWithinAYear(Span one, Span other) {
    return !one.end().isBefore(other.start().minusDays(FiscalLength.MAX_DAYS))
        && !one.start().isAfter(other.end().plusDays(FiscalLength.MAX_DAYS));
  }

  private boolean isStated(FactSeries series, Span quarter) {
    return history.series().stream()
        .filter(series::isOfSame)
        .flatMap(same -> history.stated(same).stream())
        .map(StatedSpan::span)
        .anyMatch(span ->
            FiscalLength.isQuarter(span)
                && FiscalCalendar.quarterOf(span).equals(FiscalCalendar.quarterOf(quarter)));
  }

  /** What had been said last of each span when a filing was made. */
  private List<Known> known(List<StatedSpan> stated, String filing) {
    Map<Span, Known> known = new LinkedHashMap<>();
    for (StatedSpan one : stated) {
      if (order.compare(one.first(), filing) <= 0) {
        String source = order.compare(one.last(), filing) <= 0 ? one.last() : one.first();
        known.merge(
            one.span(),
            new Known(one, source),
            (a, b) -> order.compare(a.stated.first(), b.stated.first()) < 0 ? b : a);
      }
    }
    return known.values().stream().sorted(Comparator.comparing(Known::span, Span.BY_END)).toList();
  }

  private Map<Span, Derived> best(FactSeries series, List<StatedSpan> stated, List<Known> known) {
    Map<Span, Derived> best = new LinkedHashMap<>();
    Map<Span, Integer> operands = new HashMap<>();
    for (Known whole : known) {
      if (FiscalLength.isQuarter(whole.span())) {
        continue;
      }
      for (List<Known> parts : parts(whole, known)) {
        List<Known> all = Stream.concat(Stream.of(whole), parts.stream()).toList();
        Optional<Span> quarter = remainder(whole.span(), parts);
        if (quarter.isEmpty() || areStale(all, stated)) {
          continue;
        }
        Derived derived = derived(series, quarter.get(), whole, parts);
        Derived other = best.get(quarter.get());
        if (other == null
            || isBetter(derived, all.size(), other, operands.getOrDefault(quarter.get(), 0))) {
          best.put(quarter.get(), derived);
          operands.put(quarter.get(), all.size());
        }
      }
    }
    return best;
  }

  private static boolean isBetter(Derived one, int operands, Derived other, int others) {
    int width = width(one).compareTo(width(other));
    return width < 0 || (width == 0 && operands < others);
  }

  private static BigDecimal width(Derived derived) {
    return derived.bounds().high().subtract(derived.bounds().low());
  }

  /** One or two spans that lie in another, apart from each other. */
  private static List<List<Known>> parts(Known whole, List<Known> known) {
    List<Known> within =
        known.stream()
            .filter(one -> whole.span().contains(one.span()) && !whole.span().equals(one.span()))
            .toList();
    List<List<Known>> parts = new ArrayList<>();
    for (int i = 0; i < within.size(); i++) {
      parts.add(List.of(within.get(i)));
      for (int j = 0; j < within.size(); j++) {
        if (within.get(i).span().end().isBefore(within.get(j).span().start())) {
          parts.add(List.of(within.get(i), within.get(j)));
        }
      }
    }
    return parts;
  }

  /** What is left of a span, where that is one quarter. */
  private static Optional<Span> remainder(Span whole, List<Known> parts) {
    List<Span> gaps = new ArrayList<>();
    java.time.LocalDate from = whole.start();
    for (Known part : parts) {
      if (from.isBefore(part.span().start())) {
        gaps.add(new Span(from, part.span().start().minusDays(1)));
      }
      from = part.span().end().plusDays(1);
    }
    if (!from.isAfter(whole.end())) {
      gaps.add(new Span(from, whole.end()));
    }
    return gaps.size() == 1
        ? Optional.of(gaps.getFirst()).filter(FiscalLength::isQuarter)
        : Optional.empty();
  }

  /** Whether one of the operands was restated after another was filed. */
  private boolean areStale(List<Known> operands, List<StatedSpan> stated) {
    return operands.stream()
        .anyMatch(earlier ->
            operands.stream()
                .filter(later -> order.compare(earlier.source, later.source) < 0)
                .anyMatch(later -> isStale(earlier, later, stated)));
  }

  /**
   * Whether what was said later had been something else when the earlier one was filed, or after
   * that; unless the earlier one was restated as well since then, and both belong together again.
   */
  private boolean isStale(Known earlier, Known later, List<StatedSpan> stated) {
    List<StatedSpan> editions = editions(later.span(), stated);
    for (int i = 1; i < editions.size(); i++) {
      StatedSpan before = editions.get(i - 1);
      StatedSpan after = editions.get(i);
      boolean between =
          order.compare(earlier.source, after.first()) < 0
              && order.compare(after.first(), later.source) <= 0;
      if (between && !before.agreesWith(after) && !wasRestated(earlier, before.last(), stated)) {
        return true;
      }
    }
    return false;
  }

  private List<StatedSpan> editions(Span span, List<StatedSpan> stated) {
    return stated.stream()
        .filter(one -> one.span().equals(span))
        .sorted(Comparator.comparing(StatedSpan::first, order))
        .toList();
  }

  /** Whether what is said of some days was something else when some filing was made. */
  private boolean wasRestated(Known now, String since, List<StatedSpan> stated) {
    return known(editions(now.span(), stated), since).stream()
        .anyMatch(before -> !before.stated.agreesWith(now.stated));
  }

  private Derived derived(FactSeries series, Span quarter, Known whole, List<Known> parts) {
    BigDecimal value = whole.stated.value();
    BigDecimal low = whole.stated.bounds().low();
    BigDecimal high = whole.stated.bounds().high();
    for (Known part : parts) {
      value = value.subtract(part.stated.value());
      low = low.subtract(part.stated.bounds().high());
      high = high.subtract(part.stated.bounds().low());
    }
    String source =
        Stream.concat(Stream.of(whole), parts.stream()).map(Known::source).max(order).orElseThrow();
    return new Derived(
        series,
        quarter,
        value,
        new Bounds(low.stripTrailingZeros(), high.stripTrailingZeros()),
        source,
        "%s less %s"
            .formatted(
                inWords(whole),
                parts.stream().map(Differences::inWords).collect(Collectors.joining(" and "))));
  }

  private static String inWords(Known known) {
    return "%s (%s)".formatted(FiscalLength.describe(known.span()), known.source);
  }

  /** The bounds of a difference as a precision. */
  static Precision precision(Bounds bounds) {
    return new Precision.Between(bounds.low(), bounds.high());
  }
}
