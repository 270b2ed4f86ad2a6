package io.regionalmetrics.derive;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * The levels of a whole, which all its parts share.
 *
 * @param unit in which it and its parts are compared
 * @param now its level in the quarter that is asked about
 * @param before its level in the base quarter, if one is asked
 */
public record WholeLevels(
    Subject subject, YearQuarter period, Unit unit, RowValue now, Optional<RowValue> before) {

  /** Levels of wholes, each found once, and of their parts. */
  public static final class Levels {
    private final io.regionalmetrics.derive.Levels levels;
    private final YearQuarter period;
    private final Optional<YearQuarter> base;
    private final Map<String, WholeLevels> wholes = new HashMap<>();

    public Levels(
        io.regionalmetrics.derive.Levels levels, YearQuarter period, Optional<YearQuarter> base) {
      this.levels = levels;
      this.period = period;
      this.base = base;
    }

    /** A company's whole: there is one in a question. */
    public WholeLevels of(Subject subject) {
      return wholes.computeIfAbsent(subject.company(), company -> found(subject));
    }

    private WholeLevels found(Subject subject) {
      Unit unit =
          base.map(quarter -> levels.unit(subject, period, quarter))
              .orElseGet(() -> levels.unit(subject, period));
      return new WholeLevels(
          subject,
          period,
          unit,
          levels.level(subject, period, unit),
          base.map(quarter -> levels.level(subject, quarter, unit)));
    }

    /** The level of a part, in its whole's unit. */
    public RowValue part(PartOfWhole part, YearQuarter quarter) {
      return levels.level(part.subject(), quarter, of(part.whole()).unit());
    }
  }

  /** How its level has grown from that of the base quarter. */
  public LevelGrowth grown() {
    return new LevelGrowth(now, before.orElseThrow(), Optional.empty());
  }

  /** What some parts leave of this; missing where any part is. */
  public RowValue remainder(RowValue whole, List<RowValue> parts) {
    List<RowValue> all = new ArrayList<>(List.of(whole));
    all.addAll(parts);
    for (RowValue field : all) {
      if (field instanceof Missing missing) {
        return new Missing(missing.reason(), "There is no remainder: " + missing.message());
      }
    }
    Formula sum = Formula.sum(parts.stream().map(part -> ((KnownFigure) part).formula()).toList());
    Formula rest = ((KnownFigure) whole).formula().minus(sum);
    return KnownFigure.derived(rest, unit, List.of(RowField.WHOLE, RowField.VALUE), List.of());
  }
}
