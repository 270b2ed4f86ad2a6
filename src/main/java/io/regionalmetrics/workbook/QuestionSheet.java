package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.xlsx.CellLook;
import io.regionalmetrics.xlsx.Sheet;
import io.regionalmetrics.xlsx.SheetCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sheet that says what was asked, when and where, and what to know about the answer. */
final class QuestionSheet {
  private static final List<Integer> WIDTHS = List.of(24, 110);
  private static final int MOST_ROWS_NAMED = 20;

  private final Answer answer;
  private final AskedWhen asked;
  private final List<List<SheetCell>> rows = new ArrayList<>();

  private QuestionSheet(Answer answer, AskedWhen asked) {
    this.answer = answer;
    this.asked = asked;
  }

  /** The sheet of an answer. */
  static Sheet of(Answer answer, AskedWhen asked) {
    return new QuestionSheet(answer, asked).sheet();
  }

  private Sheet sheet() {
    rows.add(row("answer", new SheetCell.Text(answer.sentence(), CellLook.HEADLINE)));
    add("comparison", answer.kind().code());
    answer.question().forEach((name, values) -> add(name, String.join(", ", values)));
    add("answered on", asked.day().toString());
    rows.add(row("address", SheetCell.link(asked.address())));
    answer.findings().forEach(this::add);
    addLegend();
    return new Sheet(SheetName.QUESTION.text(), WIDTHS, rows, false, 0);
  }

  private void add(Finding finding) {
    add("finding: " + finding.code().code(), finding.message() + rows(finding.rows()));
  }

  /** The rows of the sheet of figures that a finding is about. */
  private static String rows(List<Integer> rows) {
    String named =
        rows.stream()
            .limit(MOST_ROWS_NAMED)
            .map(row -> Integer.toString(row + 2))
            .collect(Collectors.joining(", "));
    int more = rows.size() - MOST_ROWS_NAMED;
    String rest = more > 0 ? " and %s more".formatted(more) : "";
    return rows.isEmpty() ? "" : " (rows of Figures: %s%s)".formatted(named, rest);
  }

  private void addLegend() {
    add("blue numbers", "Published, or given by a source. Formulas start from them.");
    add(
        "black numbers",
        "Computed by the formula in the cell. Change a blue number, and they follow; bounds and words don't.");
    add("words in grey", "Why a figure is missing; the sheet Bounds says more.");
    add(
        "low, high",
        "The true number lies between them, whatever the unrounded figures were. If both are empty, no bounds are certain.");
    add(
        "exact digits",
        "A cell keeps 15 digits of a number. If a figure has more, the sheet Bounds has them all, as a text.");
  }

  private void add(String name, String text) {
    rows.add(row(name, SheetCell.words(text)));
  }

  private static List<SheetCell> row(String name, SheetCell cell) {
    return List.of(SheetCell.header(name), cell);
  }
}
