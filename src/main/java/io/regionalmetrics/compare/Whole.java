package io.regionalmetrics.compare;

import io.regionalmetrics.model.Formula;
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
record Whole(Subject subject, YearQuarter period, String unit, Field now, Optional<Field> before) {

  /** Levels of wholes, each found once, and of their parts. */
  static final class Levels {
    private final io.regionalmetrics.compare.Levels levels;
    private final YearQuarter period;
    private final Optional<YearQuarter> base;
    private final Map<String, Whole> wholes = new HashMap<>();

    Levels(
        io.regionalmetrics.compare.Levels levels, YearQuarter period, Optional<YearQuarter> base) {
      this.levels = levels;
      this.period = period;
      this.base = base;
    }

    /** A company's whole: there is one in a question. */
    Whole of(Subject subject) {
      return wholes.computeIfAbsent(subject.company(), company -> found(subject));
    }

    private Whole found(Subject subject) {
      String unit =
          base.map(quarter -> levels.unit(subject, period, quarter))
              .orElseGet(() -> levels.unit(subject, period));
      return new Whole(
          subject,
          period,
          unit,
          levels.level(subject, period, unit),
          base.map(quarter -> levels.level(subject, quarter, unit)));
    }

    /** The level of a part, in its whole's unit. */
    Field part(Part part, YearQuarter quarter) {
      return levels.level(part.subject(), quarter, of(part.whole()).unit());
    }
  }

  /** How its level has grown from that of the base quarter. */
  Grown grown() {
    return new Grown(now, before.orElseThrow(), Optional.empty());
  }

  /** What some parts leave of this; missing where any part is. */
  Field remainder(Field whole, List<Field> parts) {
    List<Field> all = new ArrayList<>(List.of(whole));
    all.addAll(parts);
    for (Field field : all) {
      if (field instanceof Missing missing) {
        return new Missing(missing.code(), "There is no remainder: " + missing.message());
      }
    }
    Formula sum = Formula.sum(parts.stream().map(part -> ((Known) part).formula()).toList());
    Formula rest = ((Known) whole).formula().minus(sum);
    return Known.derived(rest, unit, List.of("whole", "value"), List.of());
  }
}
