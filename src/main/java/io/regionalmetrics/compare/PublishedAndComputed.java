package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.number.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A published figure, and the same figure computed from others.
 *
 * @param published the published figure
 * @param computed the computed figure, or the reason why it is missing
 */
record PublishedAndComputed(RowValue published, RowValue computed) {

  List<RowValue> figures() {
    return List.of(published, computed);
  }

  /** The fields of a row that compares the two. The map may be added to. */
  Map<RowField, RowValue> fields(Relation relation) {
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.RELATION, relation);
    fields.put(RowField.PUBLISHED, published);
    fields.put(RowField.COMPUTED, computed);
    if (published instanceof KnownFigure left && computed instanceof KnownFigure right) {
      fields.put(RowField.DIFFERENCE, difference(left, right));
      fields.put(RowField.VERDICT, verdict(left, right));
    } else {
      fields.put(RowField.VERDICT, Verdict.NOT_CHECKABLE);
    }
    return fields;
  }

  private static KnownFigure difference(KnownFigure published, KnownFigure computed) {
    return KnownFigure.derived(
        published.formula().minus(computed.formula()),
        published.figure().unit().ofDifferences(),
        List.of(RowField.PUBLISHED, RowField.COMPUTED),
        List.of());
  }

  private static Verdict verdict(KnownFigure published, KnownFigure computed) {
    Interval stands = published.range().orElseThrow();
    return computed
        .range()
        .map(range -> range.meets(stands) ? Verdict.CONSISTENT : Verdict.INCONSISTENT)
        .orElse(Verdict.NOT_CHECKABLE);
  }
}
