package io.regionalmetrics.answer;

import java.util.List;
import java.util.function.Consumer;

/**
 * One field of a row: a figure, the reason why there is none, or what was concluded from figures.
 */
public sealed interface RowValue
    permits KnownFigure,
        Missing,
        Relation,
        Verdict,
        RowValue.FittingRates,
        RowValue.Rank,
        RowValue.ChangeDrivers {

  /**
   * The exchange rates that fit an amount published in two currencies.
   *
   * @param bases what each rate is made of, in words
   */
  record FittingRates(List<String> bases) implements RowValue {
    /** Copies the list. */
    public FittingRates {
      bases = List.copyOf(bases);
    }
  }

  /** A place in an order, the largest 1. */
  record Rank(int rank) implements RowValue {}

  /** What drove a change, each part of it. */
  record ChangeDrivers(List<ChangeDriver> drivers) implements RowValue {
    /** Copies the list. */
    public ChangeDrivers {
      drivers = List.copyOf(drivers);
    }
  }

  /**
   * One driver of a change.
   *
   * @param metric the id of the metric that drove it
   * @param factor how many times its base the driver is now
   * @param effect its part of the change, in the changed figure's unit
   */
  record ChangeDriver(String metric, RowValue factor, RowValue effect) {}

  /** Goes through the figures in it. */
  default void known(Consumer<KnownFigure> each) {
    switch (this) {
      case KnownFigure known -> each.accept(known);
      case ChangeDrivers(List<ChangeDriver> drivers) -> {
        for (ChangeDriver driver : drivers) {
          driver.factor().known(each);
          driver.effect().known(each);
        }
      }
      case Missing _, Relation _, Verdict _, FittingRates _, Rank _ -> {}
    }
  }
}
