package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.number.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The growth between two levels that are of one book ({@link OneBook}).
 *
 * <p>A published growth belongs to the levels as they were known on its source's day. If one of
 * them was restated since, and a publication reports both levels of today, growth is computed from
 * these. Otherwise levels and growth are those of that day.
 *
 * <p>Worked example: a release reports 106m and growth of 34 %; a later filing restates 106m to
 * 120m alone. Growth remains 34 %, to 106m from an implied 79.1m. That 120m grew by 34 % from an
 * implied 90m was never published.
 *
 * @param growth the growth in some quarters, between the levels that are current there
 */
record GrowthInOneBook(Quarters quarters, Function<Quarters, LevelGrowth> growth) {

  /**
   * The growth whose figures are of one book.
   *
   * @param newest the growth between the levels that are current
   */
  LevelGrowth of(LevelGrowth newest) {
    if (!OneBook.isAnyRestated(vintages(newest))) {
      return newest;
    }
    LevelGrowth compared = OneBook.of(quarters, growth, one -> OneBook.vintages(levels(one)));
    return newest
        .published()
        .filter(published -> !isImplied(compared.value()) && !isImplied(compared.base()))
        .map(published -> with(published, compared))
        .orElse(compared);
  }

  private static boolean isImplied(RowValue level) {
    return level instanceof KnownFigure known && known.isImplied();
  }

  private LevelGrowth with(KnownFigure published, LevelGrowth compared) {
    LevelGrowth then = growth.apply(whenPublished(quarters, published));
    if (sameLevels(then, compared)) {
      return new LevelGrowth(compared.value(), compared.base(), Optional.of(published));
    }
    return areReportedTogetherAfter(lastDay(quarters, published), compared)
        ? new LevelGrowth(compared.value(), compared.base(), Optional.empty())
        : then;
  }

  /** The quarters as known on the last day when a published figure was reported. */
  static Quarters whenPublished(Quarters quarters, KnownFigure published) {
    return published
        .vintage()
        .map(vintage -> quarters.in(EarlierBook.of(lastDay(quarters, published), vintage.cell())))
        .orElse(quarters);
  }

  private static LocalDate lastDay(Quarters quarters, KnownFigure published) {
    return published.published().stream()
        .flatMap(current -> ToldValue.of(quarters, current).publications().stream())
        .map(Publication::published)
        .max(Comparator.naturalOrder())
        .orElse(quarters.asOf());
  }

  private static boolean sameLevels(LevelGrowth one, LevelGrowth other) {
    return meet(one.value(), other.value()) && meet(one.base(), other.base());
  }

  /** Whether rounding explains the difference; a level that was unknown contradicts nothing. */
  private static boolean meet(RowValue one, RowValue other) {
    Optional<Interval> range = range(one);
    return range.flatMap(mine -> range(other).map(mine::meets)).orElse(true);
  }

  private static Optional<Interval> range(RowValue level) {
    return level instanceof KnownFigure known ? known.range() : Optional.empty();
  }

  private boolean areReportedTogetherAfter(LocalDate day, LevelGrowth compared) {
    return OneBook.vintages(levels(compared)).stream()
        .map(vintage -> ToldValue.of(quarters, vintage).publications())
        .reduce(Publication::both)
        .orElse(Set.of())
        .stream()
        .anyMatch(publication -> publication.published().isAfter(day));
  }

  private static List<RowValue> levels(LevelGrowth growth) {
    return List.of(growth.value(), growth.base());
  }

  private static List<CurrentVintage> vintages(LevelGrowth growth) {
    List<RowValue> values = new ArrayList<>(levels(growth));
    values.addAll(growth.published().stream().toList());
    return OneBook.vintages(values);
  }
}
