package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as charts need it: names for its rows, and texts for its figures.
 *
 * @param answer the answer to draw
 * @param labels the names of companies, metrics and regions
 * @param titled whether the answer's sentence is written above the picture
 * @param pointers where the figures are in the answer's JSON
 * @param marks the marks of rows whose quarters don't compare
 */
record AnswerView(
    Answer answer, Labels labels, boolean titled, FigurePointers pointers, RowMarks marks) {
  /** The maximum number of rows in a picture. */
  static final int MOST_ROWS = 100;

  AnswerView(Answer answer, Labels labels, boolean titled) {
    this(answer, labels, titled, new FigurePointers(answer), new RowMarks(answer));
  }

  /** The rows to draw. */
  List<AnswerRow> rows() {
    return answer.rows().stream().limit(MOST_ROWS).toList();
  }

  /** What the remainder is called: the names of its parts, if the source gives them. */
  String remainderName() {
    return answer.named().isEmpty()
        ? "Remainder"
        : answer.named().stream().map(NamedRemainder::name).collect(Collectors.joining(", "));
  }

  /** Notes that explain the marks behind names, and say how many rows are left out. */
  List<String> notes(int drawn) {
    List<String> notes = new ArrayList<>(marks.notes());
    int more = answer.rows().size() - drawn;
    if (more > 0) {
      notes.add("%s more rows are not drawn.".formatted(more));
    }
    return notes;
  }

  /** The name of a row, with a mark if its quarters don't compare. */
  String marked(AnswerRow row) {
    return name(row) + marks.of(pointers.row(row));
  }

  /** The name of a row: its company, metric and region, as far as the rows differ in them. */
  String name(AnswerRow row) {
    List<String> parts = new ArrayList<>();
    if (differ(AnswerRow::company)) {
      parts.add(labels.company(row.company()));
    }
    if (differ(AnswerRow::metric)) {
      parts.add(labels.metric(row.company(), row.metric()));
    }
    if (differ(AnswerRow::region) || parts.isEmpty()) {
      parts.add(region(row));
    }
    return String.join(", ", parts);
  }

  /** The name of a row's region. */
  String region(AnswerRow row) {
    return labels.region(row.company(), row.region());
  }

  /** Whether the rows differ in one of their parts. */
  boolean differ(Function<AnswerRow, String> part) {
    return answer.rows().stream().map(part).distinct().limit(2).count() > 1;
  }

  /** The name of the first row's metric; empty if there are no rows. */
  String metric() {
    return answer.rows().isEmpty()
        ? ""
        : labels.metric(answer.rows().getFirst().company(), answer.rows().getFirst().metric());
  }

  /** The values of a parameter of the question, separated by commas; empty if it has none. */
  String parameter(String name) {
    return String.join(", ", answer.question().getOrDefault(name, List.of()));
  }

  /** The figure of a value, if it is one. */
  static Optional<KnownFigure> known(@Nullable RowValue field) {
    return field instanceof KnownFigure known ? Optional.of(known) : Optional.empty();
  }

  /** The unit of the first known figure; empty if none is known. */
  static Optional<Unit> unit(Stream<Optional<KnownFigure>> figures) {
    return figures.flatMap(Optional::stream).findFirst().map(known -> known.figure().unit());
  }

  /** A figure in words, marked if it is not final: "about 45m", "$79m implied". */
  static String text(KnownFigure known) {
    return text(known, 0);
  }

  /** Like {@link #text(KnownFigure)}, with a least number of digits. */
  static String text(KnownFigure known, int leastDigits) {
    String amount = Labels.amount(known.figure(), leastDigits);
    Optional<Status> status = known.vintage().map(one -> one.observation().status());
    if (known.isImplied()) {
      return amount + " implied";
    }
    if (status.filter(Status.ESTIMATED::equals).isPresent()) {
      return "about " + amount;
    }
    return status.filter(Status.PROVISIONAL::equals).isPresent() ? amount + " provisional" : amount;
  }

  /** Whether a value, or a figure that it is computed from, is provisional or estimated. */
  static boolean isPreliminary(RowValue value) {
    return hasStatus(value, Status.PROVISIONAL, Status.ESTIMATED);
  }

  /** Whether a value, or a figure that it is computed from, was published with a status. */
  static boolean hasStatus(RowValue value, Status... statuses) {
    return Stream.of(value)
        .<KnownFigure>mapMulti(RowValue::forEachFigure)
        .<CurrentVintage>mapMulti(KnownFigure::forEachVintage)
        .map(current -> current.vintage().observation().status())
        .anyMatch(List.of(statuses)::contains);
  }

  /** A difference in words, with its sign. */
  static String signed(Figure figure) {
    return (figure.value().signum() > 0 ? "+" : "") + Labels.amount(figure);
  }

  /** Why a figure is missing, in few words. */
  static String why(Missing missing) {
    return missing.reason() == MissingReason.NO_OBSERVATION
        ? "not published"
        : missing.reason().code().replace('-', ' ');
  }

  /** Why a value is not a figure, in few words. */
  static String why(@Nullable RowValue field) {
    return field instanceof Missing missing ? why(missing) : "not known";
  }

  /**
   * The picture of a plot.
   *
   * @param what what the plot shows, for the subtitle
   * @param unit the unit of its figures, for the subtitle; may be empty
   */
  String picture(String what, String unit, Plot plot, int width) {
    return new Picture(answer, titled ? answer.sentence() : "", subtitle(what, unit), plot, width)
        .svg();
  }

  /**
   * A subtitle of what is shown and its unit. If the name already contains the counted thing, only
   * the scale follows: "Paid memberships, million".
   */
  static String subtitle(String what, String unit) {
    int word = unit.lastIndexOf(' ') + 1;
    String name = what.toLowerCase(Locale.ROOT);
    String shown =
        !unit.contains(" per ")
                && !unit.isEmpty()
                && (name + ' ').contains(unit.substring(word).toLowerCase(Locale.ROOT) + ' ')
            ? unit.substring(0, word).strip()
            : unit;
    return shown.isEmpty() ? what : "%s, %s".formatted(what, shown);
  }
}
