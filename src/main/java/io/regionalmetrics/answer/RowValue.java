package io.regionalmetrics.answer;

import java.util.List;
import java.util.function.Consumer;

/** The value of a field: a figure, the reason why it is missing, or a conclusion from figures. */
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
   * @param bases the basis of each rate in words, such as the day of a fixing
   */
  record FittingRates(List<String> bases) implements RowValue {
    /** Copies the list. */
    public FittingRates {
      bases = List.copyOf(bases);
    }
  }

  /** A rank among the rows; the largest figure has rank 1. */
  record Rank(int rank) implements RowValue {}

  /** The drivers that together make up a change. */
  record ChangeDrivers(List<ChangeDriver> drivers) implements RowValue {
    /** Copies the list. */
    public ChangeDrivers {
      drivers = List.copyOf(drivers);
    }
  }

  /**
   * One driver of a change.
   *
   * @param metric the id of the driving metric
   * @param factor the metric's value divided by its base
   * @param effect the part of the change that it caused, in the unit of the changed figure
   */
  record ChangeDriver(String metric, RowValue factor, RowValue effect) {}

  /** Passes each figure in this value to a consumer. */
  default void forEachFigure(Consumer<KnownFigure> each) {
    switch (this) {
      case KnownFigure known -> each.accept(known);
      case ChangeDrivers(List<ChangeDriver> drivers) -> {
        for (ChangeDriver driver : drivers) {
          driver.factor().forEachFigure(each);
          driver.effect().forEachFigure(each);
        }
      }
      case Missing _, Relation _, Verdict _, FittingRates _, Rank _ -> {}
    }
  }
}
