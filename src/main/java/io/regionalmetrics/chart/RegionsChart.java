package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Regions: bars from the largest down, with a dashed line at the one they are compared with. */
final class RegionsChart {
  private final AnswerView view;
  private final String against;
  private final List<AnswerRow> rows;

  private RegionsChart(AnswerView view) {
    this.view = view;
    this.against = view.parameter("against");
    this.rows =
        view.answer().rows().stream()
            .sorted(Comparator.comparing(RegionsChart::value, RegionsChart::largestFirst))
            .limit(AnswerView.MOST_ROWS)
            .toList();
  }

  static String svg(AnswerView view, int width) {
    return new RegionsChart(view).svg(width);
  }

  private static Optional<BigDecimal> value(AnswerRow row) {
    return row.known(RowField.VALUE).map(known -> known.figure().value());
  }

  /** The largest first, missing values last. */
  private static int largestFirst(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent()
        ? other.get().compareTo(one.get())
        : Boolean.compare(one.isEmpty(), other.isEmpty());
  }

  private String svg(int width) {
    Optional<KnownFigure> reference = reference();
    List<Bar> bars = bars(reference);
    Optional<KnownFigure> marked = bars.size() > 1 ? reference : Optional.empty();
    Optional<Unit> unit = AnswerView.unit(rows.stream().map(row -> row.known(RowField.VALUE)));
    BarPlot plot = new BarPlot(layout(marked), List.of(BarGroup.of(bars)), width, unit);
    String dashed = marked.isPresent() ? " (dashed: %s)".formatted(nameOfAgainst()) : "";
    return view.picture(
        "%s in %s%s".formatted(view.metric(), view.parameter("period"), dashed),
        plot.unit(),
        plot,
        width);
  }

  private BarLayout layout(Optional<KnownFigure> marked) {
    BarLayout layout = BarLayout.of(BarForm.BARS, view.notes(rows.size()));
    BarLayout withMark =
        marked.map(known -> layout.withMark(known.figure().value())).orElse(layout);
    return marked.isPresent() && ratios().findAny().isPresent()
        ? withMark.withSideHeading("Ratio")
        : withMark;
  }

  private List<Bar> bars(Optional<KnownFigure> reference) {
    List<Bar> bars = new ArrayList<>(rows.stream().map(this::bar).toList());
    if (reference.isPresent() && rows.stream().noneMatch(this::isAgainst)) {
      insert(bars, reference.get());
    }
    return bars;
  }

  private boolean isAgainst(AnswerRow row) {
    return against.equals(row.region()) || against.equals(row.company() + ":" + row.region());
  }

  private String nameOfAgainst() {
    int colon = against.indexOf(':');
    String company =
        colon < 0 ? view.answer().rows().getFirst().company() : against.substring(0, colon);
    String region = view.labels().region(company, against.substring(colon + 1));
    return colon < 0 ? region : "%s, %s".formatted(view.labels().company(company), region);
  }

  /** The figure that the ratios divide by; if it is below zero, only a row's own value tells it. */
  private Optional<KnownFigure> reference() {
    return ratios()
        .flatMap(ratio -> ratio.operands().stream())
        .map(KnownFigure.Operand::known)
        .findFirst()
        .or(() ->
            rows.stream()
                .filter(this::isAgainst)
                .flatMap(row -> row.known(RowField.VALUE).stream())
                .findFirst());
  }

  private Stream<KnownFigure> ratios() {
    return rows.stream().flatMap(row -> row.known(RowField.RATIO).stream());
  }

  private Bar bar(AnswerRow row) {
    Bar bar =
        Bars.level(view.name(row), Ink.BLUE, row.fields().get(RowField.VALUE))
            .at(view.pointers().of(row, RowField.VALUE));
    Optional<KnownFigure> ratio = row.known(RowField.RATIO);
    boolean itself = isAgainst(row);
    Bar beside =
        ratio.isPresent()
            ? bar.withSideText(itself ? "1" : "×" + Labels.amount(ratio.get().figure()))
            : bar;
    return itself ? beside.in(Ink.VERMILLION, true) : beside;
  }

  /** Inserts the reference where it would rank. */
  private void insert(List<Bar> bars, KnownFigure reference) {
    BigDecimal value = reference.figure().value();
    int place = 0;
    while (place < bars.size()
        && bars.get(place).extent().isPresent()
        && bars.get(place).extent().get().to().compareTo(value) >= 0) {
      place++;
    }
    bars.add(
        place,
        Bars.level(nameOfAgainst(), Ink.VERMILLION, reference)
            .in(Ink.VERMILLION, true)
            .withSideText("1"));
  }
}
