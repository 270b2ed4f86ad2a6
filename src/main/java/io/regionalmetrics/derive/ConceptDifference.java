package io.regionalmetrics.derive;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Vintage;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two figures are of different lines of a company's filings. Net sales of one year are not
 * compared with revenues of another, unless the filings prove that the two concepts mean the same
 * to the company.
 */
public final class ConceptDifference {
  private ConceptDifference() {}

  /** What figures of two quarters have in common if they belong together. */
  private record Place(String metric, String region) {
    static Place of(Vintage vintage) {
      return new Place(vintage.cell().quarter().metric(), vintage.cell().region());
    }
  }

  /**
   * Why two levels of one region can't be compared: a figure of one is of another line than the
   * figure of the same region in the other. Empty if they can, or if one of them is missing. A
   * figure that no filing reports is of no line, and can be compared with any.
   */
  public static Optional<Missing> between(RowValue value, RowValue base) {
    Map<Place, Vintage> ofValue = vintages(value);
    if (ofValue.isEmpty()) {
      return Optional.empty(); // The usual case of figures that no filing reports.
    }
    Map<Place, Vintage> ofBase = vintages(base);
    return ofValue.entrySet().stream()
        .flatMap(one ->
            Optional.ofNullable(ofBase.get(one.getKey()))
                .filter(other -> differ(one.getValue(), other))
                .map(other -> missing(one.getValue(), other))
                .stream())
        .findFirst();
  }

  private static Map<Place, Vintage> vintages(RowValue value) {
    Map<Place, Vintage> vintages = new HashMap<>();
    if (value instanceof KnownFigure known) {
      known.forEachVintage(current -> add(current, vintages));
    }
    return vintages;
  }

  private static void add(CurrentVintage current, Map<Place, Vintage> vintages) {
    if (!current.vintage().concepts().isEmpty()) {
      vintages.putIfAbsent(Place.of(current.vintage()), current.vintage());
    }
  }

  private static boolean differ(Vintage one, Vintage other) {
    return Collections.disjoint(one.concepts(), other.concepts());
  }

  private static Missing missing(Vintage value, Vintage base) {
    return new Missing(
        MissingReason.CONCEPT_DIFFERS,
        "%s is reported as %s, but %s as %s. No filings show that both mean the same, so they can't be compared; the levels can be asked for."
            .formatted(period(value), concept(value), period(base), concept(base)));
  }

  private static String period(Vintage vintage) {
    return vintage.cell().quarter().period().toString();
  }

  /** What the filing itself calls the figure. */
  private static String concept(Vintage vintage) {
    return vintage.observation().facts().getFirst().concept();
  }
}
