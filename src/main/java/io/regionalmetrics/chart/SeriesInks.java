package io.regionalmetrics.chart;

import io.regionalmetrics.answer.RowField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The colours of a series' regions. The world is black. Up to six have a colour each. Of more, the
 * largest five and the world have one, and the others are grey, because more colours can't be told
 * apart.
 */
final class SeriesInks {
  private static final int MOST_NAMED = 12;

  private final IdentityHashMap<SeriesRegion, Ink> inks = new IdentityHashMap<>();
  private final List<SeriesRegion> grey = new ArrayList<>();

  private SeriesInks() {}

  /** The colours if the largest regions stand out. */
  static SeriesInks ofLargest(List<SeriesRegion> regions) {
    SeriesInks inks = new SeriesInks();
    regions.stream()
        .filter(SeriesRegion::isWorld)
        .forEach(world -> inks.inks.put(world, Ink.BLACK));
    List<SeriesRegion> parts = regions.stream().filter(region -> !region.isWorld()).toList();
    if (regions.size() <= Ink.OF_LINES.size()) {
      inks.colour(parts);
    } else {
      inks.pick(parts.stream().sorted(largestFirst()).toList());
    }
    return inks;
  }

  /** The colours if some regions stand out. */
  static SeriesInks of(List<SeriesRegion> highlighted, List<SeriesRegion> regions) {
    SeriesInks inks = new SeriesInks();
    inks.colour(highlighted);
    regions.stream()
        .filter(region -> !inks.inks.containsKey(region))
        .sorted(largestFirst())
        .forEach(inks::makeGrey);
    return inks;
  }

  private void makeGrey(SeriesRegion region) {
    inks.put(region, Ink.GREY);
    if (region.isKnown()) {
      grey.add(region);
    }
  }

  private void colour(List<SeriesRegion> regions) {
    for (int i = 0; i < regions.size(); i++) {
      inks.put(regions.get(i), Ink.OF_LINES.get(i));
    }
  }

  private void pick(List<SeriesRegion> parts) {
    int most = Ink.OF_LINES.size() - 1;
    colour(parts.subList(0, Math.min(most, parts.size())));
    parts.stream().skip(most).forEach(this::makeGrey);
  }

  /** Those with the newest figures first, the largest of them first. */
  private static Comparator<SeriesRegion> largestFirst() {
    return Comparator.comparing(SeriesRegion::newestQuarter)
        .thenComparing(region -> region.size(RowField.VALUE))
        .reversed();
  }

  /** The colour of a region's lines. */
  Ink of(SeriesRegion region) {
    return inks.getOrDefault(region, Ink.GREY);
  }

  /**
   * Which regions are grey: "Grey: Mexico $325m, South Korea $252m."; empty if none is.
   *
   * @param leftOut regions that are not drawn at all
   */
  List<String> notes(List<SeriesRegion> leftOut) {
    List<String> names =
        grey.stream()
            .filter(region -> !leftOut.contains(region))
            .map(SeriesRegion::nameAndNewest)
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    String named = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    int more = names.size() - MOST_NAMED;
    return List.of("Grey: %s%s.".formatted(named, more > 0 ? " and %s more".formatted(more) : ""));
  }
}
