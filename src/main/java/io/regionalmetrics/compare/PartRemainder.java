package io.regionalmetrics.compare;

import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.model.Remainder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of one whole leave of it.
 *
 * @param fields the difference between the whole and its parts; empty if the parts need not add up
 *     to the whole
 * @param named the parts of the remainder that the breakdown of the quarter names
 */
record PartRemainder(Map<RowField, RowValue> fields, List<NamedRemainder> named) {
  /** The parts need not add up to the whole, so nothing is known of a remainder. */
  static final PartRemainder NONE = new PartRemainder(Map.of(), List.of());

  /**
   * The remainder of the regions of one breakdown.
   *
   * @param fields the remainder's fields, as the parts leave them
   * @param names the named remainders
   * @param fieldsOfNamed the fields of each of them
   */
  static PartRemainder of(
      Map<RowField, RowValue> fields,
      List<Remainder> names,
      List<Map<RowField, RowValue>> fieldsOfNamed) {
    List<NamedRemainder> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Map<RowField, RowValue> ofOne = new LinkedHashMap<>(fieldsOfNamed.get(i));
      ofOne.remove(RowField.WHOLE);
      named.add(new NamedRemainder(names.get(i).name(), ofOne));
    }
    return new PartRemainder(fields, named);
  }

  /** Says that the parts are more than their whole, if they are and no remainder explains it. */
  void addFindings(PartOfWhole first, int rows, FindingCollector findings) {
    if (named.isEmpty()) {
      new PartAboveWhole(findings).addOfAll(first, fields, rows);
    }
  }
}
