package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.List;
import java.util.Optional;

/**
 * The levels of a whole, with which all its parts are compared.
 *
 * @param unit the unit of all levels of the whole and its parts
 * @param value the whole's level in the quarter
 * @param base the whole's level in the base quarter; empty if there is no base quarter
 */
public record WholeLevels(Subject subject, Unit unit, RowValue value, Optional<RowValue> base) {

  /** How the whole has grown since the base quarter. Needs a base quarter. */
  public LevelGrowth growth() {
    return new LevelGrowth(value, base.orElseThrow(), Optional.empty());
  }

  /** Whether a growth is between the two levels of this whole. Needs a base quarter. */
  public boolean isGrowthOf(LevelGrowth growth) {
    return growth.value().equals(value) && growth.base().equals(base.orElseThrow());
  }

  /** The whole's level in a quarter minus its parts' levels; missing if one of them is. */
  public RowValue remainder(RowValue level, List<RowValue> parts) {
    if (level instanceof Missing missing) {
      return noRemainder(missing);
    }
    for (RowValue part : parts) {
      if (part instanceof Missing missing) {
        return noRemainder(missing);
      }
    }
    return difference((KnownFigure) level, parts);
  }

  private static Missing noRemainder(Missing missing) {
    return new Missing(missing.reason(), "There is no remainder: " + missing.message());
  }

  private KnownFigure difference(KnownFigure level, List<RowValue> parts) {
    Formula sum = Formula.sum(parts.stream().map(part -> ((KnownFigure) part).formula()).toList());
    return KnownFigure.derived(
        level.formula().minus(sum), unit, List.of(RowField.WHOLE, RowField.VALUE), List.of());
  }
}
