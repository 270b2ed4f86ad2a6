package io.regionalmetrics.workbook;

import io.regionalmetrics.wording.Labels;
import io.regionalmetrics.xlsx.SheetCell;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lines are about, in words.
 *
 * @param labels the names that the definitions give
 */
record LineNames(Labels labels) {
  /**
   * The conclusion, the company, the metric, the region and the period of a line.
   *
   * @param hasConclusions whether there is a column for the conclusion
   */
  List<SheetCell> of(FigureLine line, boolean hasConclusions) {
    Stream<String> conclusion = hasConclusions ? Stream.of(line.conclusion()) : Stream.of();
    Stream<String> names =
        Stream.of(
            labels.company(line.company()),
            labels.metric(line.company(), line.metric()),
            line.isRemainder() ? line.region() : labels.region(line.company(), line.region()),
            line.period());
    return Stream.concat(conclusion, names).map(SheetCell::text).toList();
  }
}
