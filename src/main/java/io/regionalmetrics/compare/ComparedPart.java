package io.regionalmetrics.compare;

import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.derive.PartOfWhole;
import java.util.stream.Stream;

/** What a comparison computes of one part of a whole. */
interface ComparedPart {
  PartOfWhole part();

  /** What the parts are sorted by if every region was requested. */
  RowValue size();

  /** The levels that its figures are computed from. */
  Stream<RowValue> levels();
}
