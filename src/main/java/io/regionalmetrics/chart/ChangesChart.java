package io.regionalmetrics.chart;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.chart.Bar.Group;
import io.regionalmetrics.chart.Bar.Span;
import io.regionalmetrics.compare.Contribution;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.wording.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From one quarter to another: growth, and what it is made of. */
final class ChangesChart {
  private ChangesChart() {}

  /** Two bars a row, the base and the value, under what the row is called and its growth. */
  static String growth(AnswerView reading, int width) {
    return grouped(
        reading,
        reading.metric(),
        BarForm.BARS,
        row -> growth(reading, row),
        List.of(RowField.VALUE, RowField.BASE),
        width);
  }

  /**
   * A group of bars for each row.
   *
   * @param what is shown
   * @param levels the fields in whose unit it is
   */
  static String grouped(
      AnswerView reading,
      String what,
      BarForm form,
      Function<AnswerRow, Group> group,
      List<RowField> levels,
      int width) {
    List<AnswerRow> rows = reading.rows();
    BarPlot plot =
        new BarPlot(
            BarLayout.of(form, reading.leftOut(rows.size())),
            rows.stream().map(group).toList(),
            width,
            AnswerView.unit(
                rows.stream()
                    .flatMap(row -> levels.stream().map(field -> AnswerView.known(row, field)))));
    return reading.picture(what, plot.unit(), plot, width);
  }

  private static Group growth(AnswerView reading, AnswerRow row) {
    return under(
        reading,
        row,
        RowField.GROWTH,
        List.of(
            level(reading.asked("base"), Ink.GREY, row.fields().get(RowField.BASE)),
            level(row.period().toString(), Ink.BLUE, row.fields().get(RowField.VALUE))));
  }

  /** Bars under what the row is called and one of its fields, or why that is missing. */
  private static Group under(AnswerView reading, AnswerRow row, RowField field, List<Bar> bars) {
    RowValue said = row.fields().get(field);
    Optional<Figure> known = AnswerView.known(said).map(KnownFigure::figure);
    return new Group(
        reading.name(row),
        known.map(AnswerView::signed).orElse(""),
        known
            .map(ChangesChart::range)
            .orElseGet(() -> "no %s: %s".formatted(field.code(), AnswerView.why(said))),
        bars);
  }

  /** The bounds where they differ for people; "bounds open" where there are none. */
  private static String range(Figure figure) {
    if (figure.bounds().isEmpty()) {
      return "(bounds open)";
    }
    String bounds = Labels.bounds(figure);
    String[] ends = bounds.split(" to ", -1);
    return ends.length == 2 && ends[0].equals(ends[1]) ? "" : "(%s)".formatted(bounds);
  }

  static Bar level(String name, Ink ink, @org.jspecify.annotations.Nullable RowValue field) {
    return switch (field) {
      case KnownFigure known ->
          Bar.of(name, ink, known, Span.of(known.figure()), AnswerView.text(known));
      case Missing missing -> Bar.missing(name, missing);
      case null, default ->
          throw new IllegalArgumentException("no figure: %s".formatted(String.valueOf(field)));
    };
  }

  /** Steps from the base to the value of a ratio's numerator, one for each thing that drove it. */
  static String drivers(AnswerView reading, int width) {
    return grouped(
        reading,
        "What changed from %s to %s, and what drove it"
            .formatted(reading.asked("base"), reading.asked("period")),
        BarForm.STEPS,
        row -> drivers(reading, row),
        List.of(RowField.VALUE, RowField.BASE),
        width);
  }

  private static Group drivers(AnswerView reading, AnswerRow row) {
    List<Bar> bars = new ArrayList<>();
    Optional<KnownFigure> base = AnswerView.known(row, RowField.BASE);
    bars.add(level(reading.asked("base"), Ink.GREY, row.fields().get(RowField.BASE)));
    BigDecimal reached = base.map(known -> known.figure().value()).orElse(BigDecimal.ZERO);
    if (row.fields().get(RowField.DRIVERS)
        instanceof RowValue.ChangeDrivers(List<RowValue.ChangeDriver> drivers)) {
      for (RowValue.ChangeDriver driver : drivers) {
        bars.add(driver(reading, row, driver, reached));
        reached =
            AnswerView.known(driver.effect())
                .map(effect -> effect.figure().value())
                .orElse(BigDecimal.ZERO)
                .add(reached);
      }
    }
    bars.add(level(row.period().toString(), Ink.BLUE, row.fields().get(RowField.VALUE)));
    return under(reading, row, RowField.CHANGE, bars);
  }

  private static Bar driver(
      AnswerView reading, AnswerRow row, RowValue.ChangeDriver driver, BigDecimal reached) {
    String factor =
        AnswerView.known(driver.factor())
            .map(known -> " ×" + Labels.amount(known.figure()))
            .orElse("");
    String name = reading.labels().metric(row.company(), driver.metric()) + factor;
    return step(name, driver.effect(), reached);
  }

  private static Bar step(String name, RowValue field, BigDecimal reached) {
    return switch (field) {
      case KnownFigure known ->
          Bar.of(
              name,
              known.figure().value().signum() < 0 ? Ink.VERMILLION : Ink.GREEN,
              known,
              Span.step(reached, known.figure()),
              AnswerView.signed(known.figure()));
      case Missing missing -> Bar.missing(name, missing);
      default -> throw new IllegalArgumentException("no figure: %s".formatted(field));
    };
  }

  /** A step for each part, then what is left over, and at the end the whole's growth. */
  static String contribution(AnswerView reading, int width) {
    List<Bar> bars = new ArrayList<>();
    List<KnownFigure> added = new ArrayList<>();
    BigDecimal reached = BigDecimal.ZERO;
    for (AnswerRow row : reading.rows()) {
      RowValue field = field(row, RowField.CONTRIBUTION);
      bars.add(step(reading.name(row), field, reached));
      if (field instanceof KnownFigure known) {
        added.add(known);
        reached = reached.add(known.figure().value());
      }
    }
    RowValue growth = reading.answer().whole().get(RowField.GROWTH);
    rest(reading, growth, added, reached).ifPresent(bars::add);
    if (growth != null) {
      bars.add(whole(reading, growth));
    }
    BarPlot plot =
        new BarPlot(
            BarLayout.of(BarForm.STEPS, reading.leftOut(reading.rows().size())),
            List.of(Group.of(bars)),
            width,
            "pp");
    return reading.picture(
        "What was added to the growth of %s from %s to %s"
            .formatted(lower(reading.metric()), reading.asked("base"), reading.asked("period")),
        plot.unit(),
        plot,
        width);
  }

  private static RowValue field(AnswerRow row, RowField name) {
    RowValue field = row.fields().get(name);
    if (field == null) {
      throw new IllegalArgumentException("no %s in %s".formatted(name.code(), row));
    }
    return field;
  }

  private static String lower(String name) {
    return name.length() > 1 && Character.isLowerCase(name.charAt(1))
        ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
        : name;
  }

  /** What the steps until now leave of the whole's growth, where it isn't nothing. */
  private static Optional<Bar> rest(
      AnswerView reading,
      @org.jspecify.annotations.Nullable RowValue growth,
      List<KnownFigure> added,
      BigDecimal reached) {
    RowValue remainder = reading.answer().remainder().get(RowField.CONTRIBUTION);
    boolean divided =
        remainder instanceof KnownFigure && added.size() == reading.answer().rows().size();
    Optional<KnownFigure> rest =
        divided
            ? AnswerView.known(remainder)
            : growth instanceof KnownFigure known
                ? Contribution.rest(known, added)
                : Optional.empty();
    return rest.filter(known -> known.figure().value().signum() != 0)
        .map(known ->
            step(divided ? "Remainder" : "Everything else", known, reached).in(Ink.GREY, false));
  }

  private static Bar whole(AnswerView reading, RowValue growth) {
    String company = reading.answer().rows().getFirst().company();
    String name = reading.labels().region(company, reading.asked("whole"));
    return switch (growth) {
      case KnownFigure known ->
          Bar.of(name, Ink.BLUE, known, Span.of(known.figure()), AnswerView.signed(known.figure()))
              .in(Ink.BLUE, true);
      case Missing missing -> Bar.missing(name, missing);
      default -> throw new IllegalArgumentException("no figure: %s".formatted(growth));
    };
  }
}
