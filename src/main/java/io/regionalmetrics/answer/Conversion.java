package io.regionalmetrics.answer;

import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.model.Units;

/**
 * How a figure was converted.
 *
 * @param rate by what
 * @param unconverted the figure before
 */
public record Conversion(ExchangeRate rate, KnownFigure unconverted) {

  /** The currency before: of a growth in percent, which was published, that of its levels. */
  String currency() {
    String unit = unconverted.figure().unit();
    return Units.currency(
        unit.equals(Units.PERCENT)
            ? unconverted.vintage().map(vintage -> vintage.cell().unit()).orElseThrow()
            : unit);
  }
}
