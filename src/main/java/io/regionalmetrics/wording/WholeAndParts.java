package io.regionalmetrics.wording;

import io.regionalmetrics.answer.KnownFigure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows that a sentence names: the whole, if it is among them, and the largest of the others.
 *
 * @param whole the row of the whole; empty if there is none
 * @param parts the largest of the other rows
 */
record WholeAndParts(List<SubjectRow> whole, Excerpt<SubjectRow> parts) {

  /** The rows to name, by size. */
  static WholeAndParts of(
      SubjectsPhrase phrase, List<SubjectRow> rows, Function<SubjectRow, KnownFigure> size) {
    List<SubjectRow> parts = rows.stream().filter(row -> !phrase.isWhole(row.subject())).toList();
    return new WholeAndParts(
        rows.stream().filter(row -> phrase.isWhole(row.subject())).toList(),
        Excerpt.largest(parts, size));
  }

  /** A text about these rows; about fewer parts if it gets long. */
  String fitting(Function<WholeAndParts, String> text) {
    return parts.fitting(fewer -> text.apply(new WholeAndParts(whole, fewer)));
  }

  /** The named rows, the whole first, then the largest. */
  List<SubjectRow> named() {
    return Stream.concat(whole.stream(), parts.named().stream()).toList();
  }
}
