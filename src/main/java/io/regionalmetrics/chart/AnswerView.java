package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer as pictures need it: its rows named by what they differ in, its figures in words.
 *
 * @param titled whether the sentence stands above the picture
 */
record AnswerView(Answer answer, Labels labels, boolean titled) {
  /** The most rows a picture shows. */
  static final int MOST_ROWS = 100;

  /** The rows to draw. */
  List<AnswerRow> rows() {
    return answer.rows().stream().limit(MOST_ROWS).toList();
  }

  /** A note that says how many rows are left out, if any are. */
  List<String> leftOut(int drawn) {
    int more = answer.rows().size() - drawn;
    return more > 0 ? List.of("%s more rows are not drawn.".formatted(more)) : List.of();
  }

  /** A row's name among the others: only what they differ in. */
  String name(AnswerRow row) {
    boolean companies = differ(AnswerRow::company);
    boolean regions = differ(AnswerRow::region);
    boolean metrics = differ(AnswerRow::metric);
    List<String> parts = new ArrayList<>();
    if (companies) {
      parts.add(labels.company(row.company()));
    }
    if (metrics) {
      parts.add(labels.metric(row.company(), row.metric()));
    }
    if (regions || parts.isEmpty()) {
      parts.add(region(row));
    }
    return String.join(", ", parts);
  }

  String region(AnswerRow row) {
    return labels.region(row.company(), row.region());
  }

  /** Whether the rows differ in this. */
  boolean differ(Function<AnswerRow, String> what) {
    return answer.rows().stream().map(what).distinct().limit(2).count() > 1;
  }

  /** The name of the first row's metric. */
  String metric() {
    return answer.rows().isEmpty()
        ? ""
        : labels.metric(answer.rows().getFirst().company(), answer.rows().getFirst().metric());
  }

  /** A parameter of the question. */
  String asked(String parameter) {
    return String.join(", ", answer.question().getOrDefault(parameter, List.of()));
  }

  /** A row's figure, if it has one. */
  static Optional<KnownFigure> known(AnswerRow row, RowField field) {
    return known(row.fields().get(field));
  }

  static Optional<KnownFigure> known(@org.jspecify.annotations.Nullable RowValue field) {
    return field instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /** The unit of the first known figure; empty if none is known. */
  static Optional<Unit> unit(Stream<Optional<KnownFigure>> figures) {
    return figures.flatMap(Optional::stream).findFirst().map(known -> known.figure().unit());
  }

  /** A figure in words, with a remark if it is not final: "about 45m", "$79m implied". */
  static String text(KnownFigure known) {
    String amount = Labels.amount(known.figure());
    Optional<Status> status = known.vintage().map(one -> one.observation().status());
    if (known.figure().origin() == Origin.IMPLIED) {
      return amount + " implied";
    }
    if (status.filter(Status.ESTIMATED::equals).isPresent()) {
      return "about " + amount;
    }
    return status.filter(Status.PROVISIONAL::equals).isPresent() ? amount + " provisional" : amount;
  }

  /** A difference in words, with its sign. */
  static String signed(Figure figure) {
    return (figure.value().signum() > 0 ? "+" : "") + Labels.amount(figure);
  }

  /** Why a figure is missing, in two words. */
  static String why(Missing missing) {
    return missing.reason() == MissingReason.NO_OBSERVATION
        ? "not published"
        : missing.reason().code().replace('-', ' ');
  }

  /** Why a value has no figure. */
  static String why(@org.jspecify.annotations.Nullable RowValue field) {
    return field instanceof Missing missing ? why(missing) : "not known";
  }

  /** The picture of a plot, under a line that says what it shows and in which unit. */
  String picture(String what, String unit, Plot plot, int width) {
    return new Picture(answer, titled ? answer.sentence() : "", subtitle(what, unit), plot, width)
        .svg();
  }

  /**
   * What is shown and its unit; a unit already in the name is not repeated: "Paid memberships,
   * million".
   */
  static String subtitle(String what, String unit) {
    int word = unit.lastIndexOf(' ') + 1;
    String said = what.toLowerCase(Locale.ROOT);
    String left =
        !unit.contains(" per ")
                && !unit.isEmpty()
                && (said + ' ').contains(unit.substring(word).toLowerCase(Locale.ROOT) + ' ')
            ? unit.substring(0, word).strip()
            : unit;
    return left.isEmpty() ? what : "%s, %s".formatted(what, left);
  }
}
