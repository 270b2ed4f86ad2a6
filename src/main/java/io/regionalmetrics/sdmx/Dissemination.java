package io.regionalmetrics.sdmx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The observations of one data set of a message. With history, a data set is what was published on
 * one day; a second figure of a cell on the same day begins another data set.
 *
 * @param validFrom the day from which they are valid; empty without history
 */
record Dissemination(Optional<LocalDate> validFrom, List<SdmxObservation> observations) {

  /** The data sets of a message, oldest first. */
  static List<Dissemination> of(List<SdmxObservation> observations, boolean history) {
    return history
        ? byDay(observations)
        : List.of(new Dissemination(Optional.empty(), observations));
  }

  private static List<Dissemination> byDay(List<SdmxObservation> observations) {
    Map<LocalDate, List<List<SdmxObservation>>> byDay = new TreeMap<>();
    Map<List<Object>, Integer> counts = new HashMap<>();
    for (SdmxObservation one : observations) {
      List<List<SdmxObservation>> sets =
          byDay.computeIfAbsent(one.published(), day -> new ArrayList<>());
      int earlier =
          counts.merge(List.of(one.published(), one.values(Component.DIMENSIONS)), 1, Integer::sum)
              - 1;
      if (earlier == sets.size()) {
        sets.add(new ArrayList<>());
      }
      sets.get(earlier).add(one);
    }
    List<Dissemination> all = new ArrayList<>();
    byDay.forEach(
        (day, sets) -> sets.forEach(set -> all.add(new Dissemination(Optional.of(day), set))));
    return all;
  }
}
