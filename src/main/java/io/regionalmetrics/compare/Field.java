package io.regionalmetrics.compare;

/**
 * One field of a row: a figure, the reason why there is none, or what was concluded from figures.
 */
public sealed interface Field permits Known, Missing, Field.Word, Field.Rank {

  /** A conclusion in one word, such as a verdict. */
  record Word(String word) implements Field {}

  /** A place in an order, the largest 1. */
  record Rank(int rank) implements Field {}
}
