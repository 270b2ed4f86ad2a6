package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.compare.Contribution;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.MetricName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contribution: a step for each part, then the rest, and at last the growth of the whole. */
final class ContributionChart {
  private final AnswerView view;
  private final List<Bar> bars = new ArrayList<>();
  private final List<KnownFigure> added = new ArrayList<>();
  private BigDecimal reached = BigDecimal.ZERO;

  private ContributionChart(AnswerView view) {
    this.view = view;
  }

  static String svg(AnswerView view, int width) {
    BarPlot plot =
        new BarPlot(
            BarLayout.of(BarForm.STEPS, view.notes(view.rows().size())),
            List.of(BarGroup.of(new ContributionChart(view).bars())),
            width,
            Optional.of(Unit.POINTS));
    return view.picture(
        "What was added to the growth of %s from %s to %s"
            .formatted(
                MetricName.inSentence(view.metric()),
                view.parameter("base"),
                view.parameter("period")),
        plot.unit(),
        plot,
        width);
  }

  private List<Bar> bars() {
    view.rows().forEach(this::add);
    RowValue growth = view.answer().whole().get(RowField.GROWTH);
    rest(growth).ifPresent(bars::add);
    if (growth != null) {
      bars.add(whole(growth));
    }
    return bars;
  }

  private void add(AnswerRow row) {
    RowValue contribution = row.fields().get(RowField.CONTRIBUTION);
    if (contribution == null) {
      throw new IllegalArgumentException("a row without a contribution: " + row);
    }
    bars.add(
        Bars.step(view.marked(row), contribution, reached)
            .preliminaryAs(row.fields())
            .at(view.pointers().of(row, RowField.CONTRIBUTION)));
    if (contribution instanceof KnownFigure known) {
      added.add(known);
      reached = reached.add(known.figure().value());
    }
  }

  /** The growth of the whole that the steps do not explain; empty if that is nothing. */
  private Optional<Bar> rest(@Nullable RowValue growth) {
    RowValue remainder = view.answer().remainder().get(RowField.CONTRIBUTION);
    boolean divided =
        remainder instanceof KnownFigure && added.size() == view.answer().rows().size();
    Optional<KnownFigure> rest = divided ? AnswerView.known(remainder) : restOf(growth);
    String name = divided ? view.remainderName() : "Everything else";
    String pointer = divided ? FigurePointers.ofRemainder(RowField.CONTRIBUTION) : "";
    return rest.filter(known -> known.figure().value().signum() != 0)
        .map(known -> Bars.step(name, known, reached).in(Ink.GREY, false).at(pointer));
  }

  private Optional<KnownFigure> restOf(@Nullable RowValue growth) {
    return AnswerView.known(growth).flatMap(known -> Contribution.rest(known, added));
  }

  private Bar whole(RowValue growth) {
    String company = view.answer().rows().getFirst().company();
    String name = view.labels().region(company, view.parameter("whole"));
    Bar bar = Bars.change(name, growth);
    return growth instanceof KnownFigure ? bar.in(Ink.BLUE, true) : bar;
  }
}
