package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.chart.Bar.Group;
import io.regionalmetrics.chart.Bar.Span;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Regions in one quarter: side by side, and as parts of a whole. */
final class RegionsChart {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Where the largest part is at least so many percent, all is drawn up to a hundred. */
  private static final BigDecimal LARGE = BigDecimal.valueOf(25);

  private RegionsChart() {}

  /** Ranked bars, with a line at what they are held against. */
  static String regions(AnswerView reading, int width) {
    Comparator<AnswerRow> largestFirst =
        Comparator.comparing(
            row -> AnswerView.known(row, RowField.VALUE).map(known -> known.figure().value()),
            Comparator.comparing(Optional::get, Comparator.<BigDecimal>reverseOrder()));
    List<AnswerRow> missing =
        reading.answer().rows().stream()
            .filter(row -> AnswerView.known(row, RowField.VALUE).isEmpty())
            .toList();
    List<AnswerRow> rows =
        Stream.concat(
                reading.answer().rows().stream()
                    .filter(row -> AnswerView.known(row, RowField.VALUE).isPresent())
                    .sorted(largestFirst),
                missing.stream())
            .limit(AnswerView.MOST_ROWS)
            .toList();
    String against = reading.asked("against");
    Optional<KnownFigure> reference = reference(rows);
    List<Bar> bars =
        new ArrayList<>(rows.stream().map(row -> place(reading, row, against)).toList());
    boolean among = rows.stream().anyMatch(row -> isAgainst(row, against));
    if (!among && reference.isPresent()) {
      add(bars, reading, against, reference.get());
    }
    BarLayout layout = BarLayout.of(BarForm.BARS, reading.leftOut(rows.size()));
    boolean several = bars.size() > 1 && reference.isPresent();
    if (several) {
      layout = layout.marking(reference.get().figure().value()).beside("Ratio");
    }
    String unit = AnswerView.unit(rows.stream().map(row -> AnswerView.known(row, RowField.VALUE)));
    BarPlot plot = new BarPlot(layout, List.of(Group.of(bars)), width, unit);
    return reading.picture(
        "%s in %s%s"
            .formatted(
                reading.metric(),
                reading.asked("period"),
                several ? " (dashed: %s)".formatted(name(reading, against)) : ""),
        plot.unit(),
        plot,
        width);
  }

  private static boolean isAgainst(AnswerRow row, String against) {
    return against.equals(row.region()) || against.equals(row.company() + ":" + row.region());
  }

  private static String name(AnswerView reading, String against) {
    int colon = against.indexOf(':');
    String company =
        colon < 0 ? reading.answer().rows().getFirst().company() : against.substring(0, colon);
    String region = reading.labels().region(company, against.substring(colon + 1));
    return colon < 0 ? region : "%s, %s".formatted(reading.labels().company(company), region);
  }

  /** The figure that the ratios are to. */
  private static Optional<KnownFigure> reference(List<AnswerRow> rows) {
    return rows.stream()
        .flatMap(row -> AnswerView.known(row, RowField.RATIO).stream())
        .flatMap(ratio -> ratio.operands().stream())
        .map(KnownFigure.Operand::known)
        .findFirst();
  }

  private static Bar place(AnswerView reading, AnswerRow row, String against) {
    Bar bar = ChangesChart.level(reading.name(row), Ink.BLUE, row.fields().get(RowField.VALUE));
    Optional<KnownFigure> ratio = AnswerView.known(row, RowField.RATIO);
    boolean itself = isAgainst(row, against);
    Bar beside =
        ratio.isPresent()
            ? bar.with(itself ? "1" : "×" + Labels.amount(ratio.get().figure()))
            : bar;
    return itself ? beside.in(Ink.VERMILLION, true) : beside;
  }

  /** Puts what all is held against where it would rank. */
  private static void add(
      List<Bar> bars, AnswerView reading, String against, KnownFigure reference) {
    BigDecimal value = reference.figure().value();
    int place = 0;
    while (place < bars.size()
        && bars.get(place).span().isPresent()
        && bars.get(place).span().get().to().compareTo(value) >= 0) {
      place++;
    }
    bars.add(
        place,
        ChangesChart.level(name(reading, against), Ink.VERMILLION, reference)
            .in(Ink.VERMILLION, true)
            .with("1"));
  }

  /** Bars in percent of the whole, and what the parts leave of it. */
  static String share(AnswerView reading, int width) {
    List<AnswerRow> rows = reading.rows();
    List<Bar> bars = new ArrayList<>();
    for (AnswerRow row : rows) {
      bars.add(part(reading.name(row), row.fields(), Ink.BLUE));
    }
    var remainder = reading.answer().remainder();
    boolean left =
        remainder.get(RowField.SHARE) instanceof Missing
            || AnswerView.known(remainder.get(RowField.SHARE))
                .filter(known -> known.figure().value().signum() != 0)
                .isPresent();
    if (left) {
      bars.add(part("Remainder", remainder, Ink.GREY));
    }
    BarLayout layout = BarLayout.of(BarForm.BARS, reading.leftOut(rows.size()));
    if (!reading.asked("base").isEmpty()) {
      layout = layout.beside("Since " + reading.asked("base"));
    }
    boolean large =
        bars.stream()
            .flatMap(bar -> bar.span().stream())
            .anyMatch(span -> span.to().compareTo(LARGE) >= 0);
    BarPlot plot =
        new BarPlot(large ? layout.tracked(ALL) : layout, List.of(Group.of(bars)), width, "%");
    return reading.picture(
        "%s in %s".formatted(reading.metric(), reading.asked("period")),
        "% of " + whole(reading),
        plot,
        width);
  }

  private static Bar part(String name, java.util.Map<RowField, RowValue> fields, Ink ink) {
    RowValue share = fields.get(RowField.SHARE);
    Bar bar =
        share instanceof KnownFigure known
            ? Bar.of(
                name,
                ink,
                known,
                Span.of(known.figure()),
                Labels.amount(known.figure())
                    + AnswerView.known(fields.get(RowField.VALUE))
                        .map(value -> " (%s)".formatted(AnswerView.text(value)))
                        .orElse(""))
            : ChangesChart.level(name, ink, share);
    RowValue change = fields.get(RowField.CHANGE);
    return change == null
        ? bar
        : bar.with(
            AnswerView.known(change)
                .map(known -> AnswerView.signed(known.figure()))
                .orElseGet(() -> AnswerView.why(change)));
  }

  /** "World ($732m)". */
  private static String whole(AnswerView reading) {
    Optional<AnswerRow> first = reading.rows().stream().findFirst();
    String region =
        first.map(row -> reading.labels().region(row.company(), reading.asked("whole"))).orElse("");
    String amount =
        first
            .flatMap(row -> AnswerView.known(row, RowField.WHOLE))
            .map(known -> " (%s)".formatted(AnswerView.text(known)))
            .orElse("");
    return region + amount;
  }
}
