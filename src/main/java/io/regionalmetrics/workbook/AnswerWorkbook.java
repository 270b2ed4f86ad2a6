package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.wording.Labels;
import io.regionalmetrics.xlsx.Sheet;
import io.regionalmetrics.xlsx.WorkbookFile;
import java.util.Collection;
import java.util.List;

/**
 * Writes an answer as a workbook. Each published figure is a number; each computed one is a formula
 * over the cells of the figures it is computed from, with its value beside it for programs that
 * don't compute.
 */
public final class AnswerWorkbook {
  private AnswerWorkbook() {}

  /**
   * The workbook as a file.
   *
   * @param vocabularies the definitions of the companies that the answer is about
   */
  public static byte[] write(Answer answer, Collection<Vocabulary> vocabularies, AskedWhen asked) {
    FigureTable table = new FigureTable(FigureLine.of(answer));
    FigureCells cells = cells(table);
    OperandRows operands = new OperandRows(cells, BoundsSheet.firstOperand(table.lines()));
    Sheet figures =
        new FiguresSheet(table, new LineNames(new Labels(vocabularies)), cells, operands).sheet();
    return WorkbookFile.of(
        List.of(
            figures,
            new BoundsSheet(table, cells, operands).sheet(),
            SourcesSheet.of(answer),
            QuestionSheet.of(answer, asked)));
  }

  private static FigureCells cells(FigureTable table) {
    FigureCells cells = new FigureCells();
    for (int i = 0; i < table.lines().size(); i++) {
      int number = i;
      FigureLine line = table.lines().get(i);
      for (Column column : line.values().keySet()) {
        line.known(column)
            .ifPresent(
                known -> cells.add(known.formula(), number, table.reference(number, column)));
      }
    }
    return cells;
  }
}
