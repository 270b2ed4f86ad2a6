package io.regionalmetrics.compare;

/** Checks published figures against what one relation to other figures gives. */
interface RelationCheck {
  /** Adds a row for each published figure of the cell that has this relation to others. */
  void check(CheckedFigure figure, CheckRows rows);
}
