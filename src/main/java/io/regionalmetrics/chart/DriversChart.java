package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.RowValue.ChangeDriver;
import io.regionalmetrics.answer.RowValue.ChangeDrivers;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drivers: a step for each driver, from the base of a numerator to its value. */
final class DriversChart {
  private DriversChart() {}

  static String svg(AnswerView view, int width) {
    return Bars.picture(
        view,
        "What changed from %s to %s, and what drove it"
            .formatted(view.parameter("base"), view.parameter("period")),
        BarForm.STEPS,
        row -> group(view, row),
        List.of(RowField.VALUE, RowField.BASE),
        width);
  }

  private static BarGroup group(AnswerView view, AnswerRow row) {
    List<Bar> bars = new ArrayList<>();
    RowValue base = row.fields().get(RowField.BASE);
    bars.add(
        Bars.level(view.parameter("base"), Ink.GREY, base)
            .at(view.pointers().of(row, RowField.BASE)));
    bars.addAll(steps(view, row, value(base)));
    bars.add(
        Bars.level(row.period().toString(), Ink.BLUE, row.fields().get(RowField.VALUE))
            .at(view.pointers().of(row, RowField.VALUE)));
    return Bars.under(view, row, RowField.CHANGE, bars);
  }

  private static List<Bar> steps(AnswerView view, AnswerRow row, BigDecimal start) {
    List<Bar> steps = new ArrayList<>();
    BigDecimal reached = start;
    if (row.fields().get(RowField.DRIVERS) instanceof ChangeDrivers(List<ChangeDriver> drivers)) {
      for (ChangeDriver driver : drivers) {
        steps.add(
            Bars.step(name(view, row, driver), driver.effect(), reached)
                .at(view.pointers().effect(row, steps.size())));
        reached = reached.add(value(driver.effect()));
      }
    }
    return steps;
  }

  private static String name(AnswerView view, AnswerRow row, ChangeDriver driver) {
    String factor =
        AnswerView.known(driver.factor())
            .map(known -> " ×" + Labels.amount(known.figure()))
            .orElse("");
    return view.labels().metric(row.company(), driver.metric()) + factor;
  }

  private static BigDecimal value(@Nullable RowValue value) {
    return AnswerView.known(value).map(known -> known.figure().value()).orElse(BigDecimal.ZERO);
  }
}
