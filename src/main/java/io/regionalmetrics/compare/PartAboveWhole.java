package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.number.FormulaRange;
import io.regionalmetrics.region.Containment;
import java.util.Map;
import org.threeten.extra.YearQuarter;

/**
 * Findings about parts that are more than their whole, whatever the unrounded figures were. A part
 * of 120 (119.5 to 120.5) is more than a whole of 100 (99.5 to 100.5). A profit may be more than
 * the whole's, which is worth telling only if the whole has a profit too.
 */
record PartAboveWhole(FindingCollector findings) {

  /** Says that a part is more than its whole, if it is. */
  void add(PartOfWhole part, RowValue value, RowValue whole, YearQuarter period, int row) {
    if (value instanceof KnownFigure of
        && whole instanceof KnownFigure all
        && isAbove(part, of, all)) {
      findings.add(
          FindingCode.PART_EXCEEDS_WHOLE,
          row,
          "%s of %s is %s in %s, more than the %s of %s. %s"
              .formatted(
                  part.subject().metric().id(),
                  part.subject().requestedRegion(),
                  FigureText.amount(of.figure()),
                  period,
                  FigureText.amount(all.figure()),
                  part.whole().requestedRegion(),
                  why(part)));
    }
  }

  /**
   * Like {@link #add}, but only if the figures are known to be a part and its whole: a revenue per
   * user may well be higher in a part.
   */
  void addIfContained(
      PartOfWhole part, RowValue value, RowValue whole, YearQuarter period, int row) {
    if (part.subject().metric().kind() != MetricKind.RATIO
        && part.subject().company().equals(part.whole().company())
        && part.containment() == Containment.YES) {
      add(part, value, whole, period, row);
    }
  }

  /**
   * Says that all parts together are more than their whole, if they are; not of a metric that may
   * be negative, whose remainder may be too.
   *
   * @param remainder what the parts leave of the whole, as fields of a row
   * @param rows the number of rows, one for each part
   */
  void addOfAll(PartOfWhole first, Map<RowField, RowValue> remainder, int rows) {
    if (!mayBeNegative(first)
        && remainder.get(RowField.VALUE) instanceof KnownFigure left
        && FormulaRange.of(left.formula()).filter(range -> range.high().signum() < 0).isPresent()) {
      for (int row = 0; row < rows; row++) {
        findings.add(
            FindingCode.PART_EXCEEDS_WHOLE,
            row,
            "The parts of %s add up to more than it; they leave %s. %s"
                .formatted(
                    first.whole().requestedRegion(), FigureText.amount(left.figure()), why(first)));
      }
    }
  }

  private static boolean isAbove(PartOfWhole part, KnownFigure value, KnownFigure whole) {
    return (whole.value().signum() > 0 || !mayBeNegative(part))
        && FormulaRange.of(value.formula().minus(whole.formula()))
            .filter(range -> range.low().signum() > 0)
            .isPresent();
  }

  private static boolean mayBeNegative(PartOfWhole part) {
    return part.subject().metric().mayBeNegative();
  }

  private static String why(PartOfWhole part) {
    return mayBeNegative(part)
        ? "So the rest is below zero."
        : "Rounding does not explain the difference, so one of the figures is of something else.";
  }
}
