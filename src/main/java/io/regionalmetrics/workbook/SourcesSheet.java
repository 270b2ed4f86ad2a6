package io.regionalmetrics.workbook;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.SourceFile;
import io.regionalmetrics.workbook.CellReference.SheetName;
import io.regionalmetrics.xlsx.Sheet;
import io.regionalmetrics.xlsx.SheetCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sheet of sources: a row for each publication, with links to it. */
final class SourcesSheet {
  private static final int WIDEST = 80;
  private static final List<SheetCell> HEADER =
      Stream.of("id", "title", "publisher", "published", "kind", "address", "viewer", "sha256")
          .map(SheetCell::header)
          .toList();

  private SourcesSheet() {}

  /** The sources of an answer. */
  static Sheet of(Answer answer) {
    List<List<SheetCell>> rows = new ArrayList<>();
    rows.add(HEADER);
    answer.sources().values().forEach(source -> rows.add(row(source)));
    return Sheet.table(SheetName.SOURCES.text(), rows, 1, WIDEST);
  }

  private static List<SheetCell> row(Source source) {
    return List.of(
        SheetCell.words(source.id()),
        SheetCell.words(source.title()),
        SheetCell.words(source.publisher()),
        new SheetCell.Day(source.published()),
        SheetCell.words(source.kind().code()),
        SheetCell.link(source.url().orElse("")),
        SheetCell.link(source.file().flatMap(SourceFile::viewer).orElse("")),
        SheetCell.words(source.file().map(SourceFile::sha256).orElse("")));
  }
}
