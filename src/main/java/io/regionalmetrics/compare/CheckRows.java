package io.regionalmetrics.compare;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.derive.Converter;
import io.regionalmetrics.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the rows and findings of a check. */
final class CheckRows {
  private final Optional<Converter> converter;
  private final FindingCollector findings = new FindingCollector();
  private final List<AnswerRow> rows = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param converter converts amounts to the requested currency; empty if none is requested
   */
  CheckRows(Optional<Converter> converter) {
    this.converter = converter;
  }

  List<AnswerRow> rows() {
    return rows;
  }

  List<Finding> findings() {
    return findings.list();
  }

  /** Adds a row, with its amounts in the requested currency. */
  void add(CheckedFigure figure, Relation relation, KnownFigure published, RowValue computed) {
    add(figure, relation, new PublishedAndComputed(published, computed));
  }

  /** Adds a row, with its amounts in the requested currency. */
  void add(CheckedFigure figure, Relation relation, PublishedAndComputed compared) {
    RowValue left = converted(figure.cell(), compared.published());
    RowValue right = converted(figure.cell(), compared.computed());
    add(figure, new PublishedAndComputed(left, right).fields(relation));
  }

  /** Adds a row with exactly these fields. */
  void add(CheckedFigure figure, Map<RowField, RowValue> fields) {
    findings.about(rows.size(), figure.subject(), fields.values().stream());
    rows.add(AnswerRow.of(figure.subject(), figure.period(), fields));
  }

  /** Adds a finding about the row that is added next. */
  void addFindingOfNextRow(FindingCode code, String message) {
    findings.add(code, rows.size(), message);
  }

  private RowValue converted(CheckedCell cell, RowValue value) {
    return converter.isPresent()
            && value instanceof KnownFigure known
            && Exchange.converts(cell.subject().metric())
            && !known.figure().unit().equals(Unit.PERCENT)
        ? converter.get().level(known, cell.subject().metric(), cell.period())
        : value;
  }
}
