package io.regionalmetrics.answer;

import java.util.List;
import java.util.function.Consumer;

/**
 * One field of a row: a figure, the reason why there is none, or what was concluded from figures.
 */
public sealed interface RowValue
    permits KnownFigure, Missing, RowValue.Word, RowValue.Words, RowValue.Rank, RowValue.Drivers {

  /** A conclusion in one word, such as a verdict. */
  record Word(String word) implements RowValue {}

  /** Several conclusions, each in words. */
  record Words(List<String> words) implements RowValue {
    /** Copies the list. */
    public Words {
      words = List.copyOf(words);
    }
  }

  /** A place in an order, the largest 1. */
  record Rank(int rank) implements RowValue {}

  /** What drove a change, each part of it. */
  record Drivers(List<Driver> drivers) implements RowValue {
    /** Copies the list. */
    public Drivers {
      drivers = List.copyOf(drivers);
    }
  }

  /**
   * One driver of a change.
   *
   * @param metric what it is: a metric's id
   * @param factor how many times its figure became what it was
   * @param effect its part of the change, in the changed figure's unit
   */
  record Driver(String metric, RowValue factor, RowValue effect) {}

  /** Goes through the figures in it. */
  default void known(Consumer<KnownFigure> each) {
    switch (this) {
      case KnownFigure known -> each.accept(known);
      case Drivers(List<Driver> drivers) -> {
        for (Driver driver : drivers) {
          driver.factor().known(each);
          driver.effect().known(each);
        }
      }
      case Missing missing -> {}
      case Word word -> {}
      case Words words -> {}
      case Rank rank -> {}
    }
  }
}
