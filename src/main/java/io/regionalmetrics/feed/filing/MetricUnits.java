package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.xbrl.FactUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Translates the units of facts into those of metrics. */
final class MetricUnits {
  private static final FactUnit DOLLARS = new FactUnit.Money("USD");

  private MetricUnits() {}

  /**
   * The unit in which to define a new metric; empty if the facts have several units that aren't all
   * money. Revenue is in dollars if any of it is, else in the first currency.
   */
  static Optional<FactUnit> toDefine(WantedMetric wanted, List<FactUnit> units) {
    if (wanted.bySlice() && wanted.dimensions().isEmpty()) {
      return Optional.of(
          units.contains(DOLLARS)
              ? DOLLARS
              : units.stream().filter(MetricUnits::isMoney).findFirst().orElse(DOLLARS));
    }
    return units.size() == 1 || units.stream().allMatch(MetricUnits::isMoney)
        ? Optional.of(units.getFirst())
        : Optional.empty();
  }

  private static boolean isMoney(FactUnit unit) {
    return unit instanceof FactUnit.Money;
  }

  /** What a metric in this unit measures. */
  static Dimension dimension(FactUnit unit) {
    return switch (unit) {
      case FactUnit.Money money -> Dimension.MONEY;
      case FactUnit.Things things -> Dimension.COUNT;
      case FactUnit.Pure pure -> Dimension.NUMBER;
      case FactUnit.Compound compound -> Dimension.NUMBER;
    };
  }

  /**
   * The unit of a new metric: the one that the event requests, or else the one that the instance
   * names.
   */
  static Unit define(FactUnit unit, WantedMetric wanted) {
    return switch (unit) {
      case FactUnit.Money(String currency) -> new Unit(currency);
      case FactUnit.Things(String name) ->
          wanted
              .unit()
              .orElseGet(() -> new Unit(ElementName.plural(name.toLowerCase(Locale.ROOT))));
      case FactUnit.Pure pure -> wanted.unit().orElse(Unit.ONE);
      case FactUnit.Compound compound -> wanted.unit().orElse(Unit.ONE);
    };
  }

  /** The unit of a fact among those of a metric; empty if the metric isn't measured in it. */
  static Optional<Unit> translate(FactUnit unit, Metric metric) {
    return switch (unit) {
      case FactUnit.Money(String currency) ->
          Optional.of(new Unit(currency)).filter(code -> metric.dimension() == Dimension.MONEY);
      case FactUnit.Things things ->
          Optional.of(metric.unit()).filter(own -> metric.dimension() == Dimension.COUNT);
      case FactUnit.Pure pure ->
          Optional.of(metric.unit()).filter(own -> metric.dimension() == Dimension.NUMBER);
      case FactUnit.Compound compound -> Optional.empty();
    };
  }

  /** The power of ten by which a fact's value is multiplied: XBRL states 25 % as the pure 0.25. */
  static int powerOfTen(FactUnit unit, Unit ofMetric) {
    return unit instanceof FactUnit.Pure && ofMetric.equals(Unit.PERCENT) ? 2 : 0;
  }
}
