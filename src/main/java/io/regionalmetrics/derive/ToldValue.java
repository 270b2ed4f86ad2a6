package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Vintage;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The current value of a figure, and the publications that report it.
 *
 * @param current the vintage that is current
 * @param since the day when its publisher first reported this value, within rounding
 * @param publications those that report the value since then
 */
record ToldValue(CurrentVintage current, LocalDate since, Set<Publication> publications) {

  /** The current value in some quarters. */
  static ToldValue of(Quarters quarters, CurrentVintage current) {
    Vintage vintage = current.vintage();
    List<Vintage> all = numbers(ofRank(quarters, vintage));
    LocalDate since = since(vintage, all);
    return new ToldValue(
        current,
        since,
        all.stream()
            .filter(other -> !other.source().published().isBefore(since))
            .filter(other -> !CurrentVintage.differ(other, vintage))
            .map(Publication::of)
            .collect(Collectors.toSet()));
  }

  /** All vintages of a cell from sources that count as much, oldest first. */
  private static List<Vintage> ofRank(Quarters quarters, Vintage vintage) {
    int rank = vintage.source().kind().rank();
    return quarters.visibleWithRepetitions(vintage.cell()).stream()
        .filter(other -> other.source().kind().rank() == rank)
        .toList();
  }

  private static List<Vintage> numbers(List<Vintage> all) {
    return all.stream().filter(one -> one.observation().value().isPresent()).toList();
  }

  private static LocalDate since(Vintage current, List<Vintage> all) {
    LocalDate since = current.source().published();
    for (Vintage earlier : all.reversed()) {
      if (!earlier.source().published().isAfter(since)
          && earlier.publisher().equals(current.publisher())) {
        if (CurrentVintage.differ(earlier, current)) {
          return since;
        }
        since = earlier.source().published();
      }
    }
    return since;
  }

  Cell cell() {
    return current.vintage().cell();
  }

  boolean isRestated() {
    return current.restated().isPresent();
  }

  /** Whether one publication reports this value and another. */
  boolean isToldWith(ToldValue other) {
    return !Collections.disjoint(publications, other.publications);
  }

  /** Whether this value was restated after another was published, and not together with it. */
  boolean isRestatedWithout(ToldValue other) {
    return other.since.isBefore(since) && !isToldWith(other);
  }

  /**
   * The publications that report any value of the figure that was current on the day: not one that
   * another source already outdid.
   */
  Set<Publication> reporting(Quarters quarters) {
    List<Vintage> all = ofRank(quarters, current.vintage());
    return numbers(all).stream()
        .filter(vintage -> wasCurrent(vintage, all))
        .map(Publication::of)
        .collect(Collectors.toSet());
  }

  private static boolean wasCurrent(Vintage vintage, List<Vintage> all) {
    LocalDate day = vintage.source().published();
    return CurrentVintage.of(
            all.stream().filter(other -> !other.source().published().isAfter(day)).toList())
        .filter(then -> !CurrentVintage.differ(then.vintage(), vintage))
        .isPresent();
  }
}
