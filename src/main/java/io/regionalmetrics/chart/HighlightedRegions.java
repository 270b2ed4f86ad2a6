package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.refusal.Refusal;
import java.util.List;

/**
 * The regions of a series that a reader wants to stand out.
 *
 * @param regions the regions of the series
 */
record HighlightedRegions(AnswerView view, List<SeriesRegion> regions) {

  /**
   * The regions with these codes, of every company.
   *
   * @throws Refusal if the series has no region with a code, or if more regions would stand out
   *     than there are colours
   */
  List<SeriesRegion> named(List<String> codes) {
    refuseMoreThanColours(codes.size());
    codes.forEach(this::refuseUnknown);
    List<SeriesRegion> named =
        regions.stream()
            .filter(region -> codes.stream().anyMatch(code -> is(region, code)))
            .toList();
    refuseMoreThanColours(named.size());
    return named;
  }

  private static void refuseMoreThanColours(int lines) {
    int most = Ink.OF_LINES.size();
    if (lines > most) {
      throw refused("%s lines can't stand out; name at most %s regions".formatted(lines, most));
    }
  }

  private void refuseUnknown(String code) {
    if (regions.stream().noneMatch(region -> is(region, code))) {
      throw refused(
          "'%s' is not a region on this page of the series; name one of its regions, such as %s"
              .formatted(code, row(regions.getFirst()).region()));
    }
  }

  private static Refusal refused(String message) {
    return Refusal.of(Refusal.Reason.SENSELESS, "highlight", message);
  }

  private static AnswerRow row(SeriesRegion region) {
    return region.rows().getFirst();
  }

  /** Whether a region is meant by a code: its own or an alias. */
  private boolean is(SeriesRegion region, String code) {
    AnswerRow row = row(region);
    return row.region().equals(code)
        || view.labels().isSameRegion(row.company(), row.region(), code);
  }
}
