package io.regionalmetrics.compare;

import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.derive.ExchangeRates;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.StatedInTwoCurrencies;
import io.regionalmetrics.derive.StatedInTwoCurrencies.TriedRates;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import java.util.Map;
import java.util.Optional;

/** Checks an amount against the same amount in the currency that the company reports in. */
record ConversionCheck(Levels levels, ExchangeRates rates) implements RelationCheck {
  @Override
  public void check(CheckedFigure figure, CheckRows rows) {
    Optional<StatedInTwoCurrencies> pair = statedInTwo(figure, levels);
    if (pair.isPresent()) {
      check(figure, pair.get(), rows);
    }
  }

  private void check(CheckedFigure figure, StatedInTwoCurrencies pair, CheckRows rows) {
    Map<RowField, RowValue> fields =
        new PublishedAndComputed(pair.stated(), pair.computed(rates)).fields(Relation.CONVERSION);
    fields.put(RowField.RATE, pair.rate());
    TriedRates tried = pair.triedRates(rates);
    if (!tried.fitting().isEmpty()) {
      fields.put(RowField.FITS, fits(tried));
    }
    if (!tried.isEmpty()) {
      rows.addFindingOfNextRow(FindingCode.CONVERSION_FITS, ConversionMessage.of(pair, tried));
    }
    rows.add(figure, fields);
  }

  private static RowValue fits(TriedRates tried) {
    return new RowValue.FittingRates(tried.fitting().stream().map(ExchangeRate::basis).toList());
  }

  /**
   * The amount in this unit and the one in the company's reporting currency. Empty if this is the
   * reporting currency, if the metric is not converted, or if either amount was not published.
   */
  static Optional<StatedInTwoCurrencies> statedInTwo(CheckedFigure figure, Levels levels) {
    if (!Exchange.converts(figure.subject().metric()) || figure.units().size() == 1) {
      return Optional.empty();
    }
    Unit own = levels.ownUnit(figure.subject(), figure.period());
    if (figure.unit().equals(own) || figure.level().isEmpty()) {
      return Optional.empty();
    }
    KnownFigure stated = figure.level().get();
    return levels
        .reported(figure.subject(), figure.period(), Measure.LEVEL, own)
        .map(reported -> new StatedInTwoCurrencies(stated, reported, figure.period()));
  }
}
