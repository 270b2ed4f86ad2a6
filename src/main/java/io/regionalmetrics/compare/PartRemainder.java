package io.regionalmetrics.compare;

import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.PartsInQuarter;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Remainder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.threeten.extra.YearQuarter;

/**
 * What the parts of one whole leave of it.
 *
 * @param fields the difference between the whole and its parts; empty if the parts need not add up
 *     to the whole
 * @param named the parts of the remainder that the breakdown of the quarter names
 */
record PartRemainder(Map<RowField, RowValue> fields, List<NamedRemainder> named) {
  /** The parts need not add up to the whole, so nothing is known of a remainder. */
  private static final PartRemainder NONE = new PartRemainder(Map.of(), List.of());

  /**
   * The remainder of some parts, if they are the regions of one breakdown.
   *
   * @param fields the remainder's fields, as the parts leave them
   * @param ofOne the fields of one named remainder
   */
  static PartRemainder of(
      List<PartOfWhole> parts,
      Quarters quarters,
      YearQuarter period,
      Supplier<Map<RowField, RowValue>> fields,
      Function<PartOfWhole, Map<RowField, RowValue>> ofOne) {
    if (!PartOfWhole.arePartition(parts)) {
      return NONE;
    }
    List<NamedRemainder> named =
        new PartsInQuarter(quarters, period)
            .remainders(parts).stream().map(one -> named(one, parts.getFirst(), ofOne)).toList();
    return new PartRemainder(fields.get(), named);
  }

  private static NamedRemainder named(
      Remainder remainder, PartOfWhole part, Function<PartOfWhole, Map<RowField, RowValue>> ofOne) {
    Map<RowField, RowValue> fields =
        new LinkedHashMap<>(ofOne.apply(part.ofRemainder(remainder.code())));
    fields.remove(RowField.WHOLE);
    return new NamedRemainder(remainder.name(), fields);
  }

  /** Says that the parts are more than their whole, if they are and no remainder explains it. */
  void addFindings(PartOfWhole first, int rows, FindingCollector findings) {
    if (named.isEmpty()) {
      new PartAboveWhole(findings).addOfAll(first, fields, rows);
    }
  }
}
