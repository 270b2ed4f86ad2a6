package io.regionalmetrics.derive;

import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.threeten.extra.YearQuarter;

/**
 * The levels of parts and of their wholes, in a quarter and its base quarter. A part's levels are
 * in the unit of its whole.
 */
public final class PartLevels {
  private final Levels levels;
  private final YearQuarter period;
  private final Optional<YearQuarter> base;
  private final Map<String, WholeLevels> wholes = new HashMap<>();

  /**
   * The levels in a quarter.
   *
   * @param base the quarter to compare with; empty for none
   */
  public PartLevels(Levels levels, YearQuarter period, Optional<YearQuarter> base) {
    this.levels = levels;
    this.period = period;
    this.base = base;
  }

  /** The levels in the same quarters, in another book. */
  PartLevels in(Levels other) {
    return other == levels ? this : new PartLevels(other, period, base);
  }

  /**
   * The result of a comparison whose figures are of one book: they were restated together or not at
   * all.
   *
   * @param comparison compares levels of parts and wholes
   * @param figures the values that a result compares
   */
  public <T> T inOneBook(
      Function<PartLevels, T> comparison, Function<T, ? extends Collection<RowValue>> figures) {
    return levels.inOneBook(view -> comparison.apply(in(view)), figures);
  }

  /** The levels of a whole, looked up once per company: a question has one whole per company. */
  public WholeLevels whole(Subject subject) {
    return wholes.computeIfAbsent(subject.company(), company -> find(subject));
  }

  private WholeLevels find(Subject whole) {
    Unit unit =
        base.map(quarter -> levels.unit(whole, period, quarter))
            .orElseGet(() -> levels.unit(whole, period));
    return new WholeLevels(
        whole,
        unit,
        levels.level(whole, period, unit),
        base.map(quarter -> levels.level(whole, quarter, unit)));
  }

  /** The level of a part, in its whole's unit. */
  public RowValue part(PartOfWhole part, YearQuarter quarter) {
    return levels.level(part.subject(), quarter, whole(part.whole()).unit());
  }
}
