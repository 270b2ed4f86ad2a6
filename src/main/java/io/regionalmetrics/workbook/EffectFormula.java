package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.workbook.Column.Part;
import io.regionalmetrics.xlsx.CellAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The formula of a driver's effect. The effect of the first driver, with the factor f, on the
 * change from b to v is L(v, b) ln f, where L(v, b) = (v - b) / ln(v / b) is the logarithmic mean,
 * and L(v, v) = v; if v or b is zero, it is zero. The second driver has the rest of the change. See
 * {@link io.regionalmetrics.number.LogMean}.
 *
 * @param line the line of the effect
 * @param address where the line shows a column
 */
record EffectFormula(FigureLine line, Function<Column, CellAddress> address) {
  /** The formula of the effect in a column; empty if a figure that it needs is missing. */
  Optional<String> of(Column effect) {
    List<Column> effects =
        line.values().keySet().stream().filter(column -> column.part() == Part.EFFECT).toList();
    boolean isKnown =
        line.known(Column.of(RowField.VALUE)).isPresent()
            && line.known(Column.of(RowField.BASE)).isPresent();
    if (!isKnown) {
      return Optional.empty();
    }
    return effect.equals(effects.getFirst()) ? ofFactor(effect) : ofRest(effects.getFirst());
  }

  private Optional<String> ofFactor(Column effect) {
    Column factor = new Column(effect.field(), effect.driver(), Part.FACTOR);
    return line.known(factor)
        .map(_ ->
            "IF(v*b=0,0,IF(v=b,v,(v-b)/LN(v/b))*LN(f))"
                .replace("v", cell(Column.of(RowField.VALUE)))
                .replace("b", cell(Column.of(RowField.BASE)))
                .replace("f", cell(factor)));
  }

  private Optional<String> ofRest(Column first) {
    return line.known(first)
        .map(_ ->
            "v-b-e"
                .replace("v", cell(Column.of(RowField.VALUE)))
                .replace("b", cell(Column.of(RowField.BASE)))
                .replace("e", cell(first)));
  }

  private String cell(Column column) {
    return address.apply(column).toString();
  }
}
