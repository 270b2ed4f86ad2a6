package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.RevisionsHeadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * How the known figures of a quarter were revised between two days. A row has the figure {@code
 * before} (as known on the first day), {@code after} (as known on the last day), and their {@code
 * change}. The answer's conclusions say which growths from or to the quarter, and which ranks among
 * the rows, have changed with it.
 *
 * <p>Worked example: Twitter's users in 2016-Q4 were 319m, until the company said 318m on
 * 2017-10-26. The change is -1m, between -2m and 0, because both are rounded. Growth from 305m in
 * 2015-Q4 was 4.6 % and is now 4.3 %.
 *
 * @param subjects the subject of each row
 * @param from the first day; empty for the day of the first publication
 * @param to the last day
 */
public record Revisions(
    List<Subject> subjects, YearQuarter period, Optional<LocalDate> from, LocalDate to)
    implements Comparison {

  @Override
  public Requirements requirements() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      for (DependentGrowth growth : DependentGrowth.of(period)) {
        subject.addReads(growth.period(), keys);
        subject.addReads(growth.base(), keys);
      }
    }
    return Requirements.of(keys);
  }

  @Override
  public Answer answer(Quarters quarters) {
    LocalDate first = first(quarters);
    Levels then = new Levels(quarters.asOf(first));
    Levels now = new Levels(quarters.asOf(to));
    FindingCollector findings = new FindingCollector();
    List<AnswerRow> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      rows.add(row(subject, then, now, rows.size(), findings));
    }
    return Answer.to(QuestionKind.REVISIONS, question(first))
        .rows(rows)
        .conclusions(conclusions(rows, new RevisionConclusions(period, then, now)))
        .findings(findings.list())
        .sentence(sentence(rows, first))
        .build();
  }

  private List<Conclusion> conclusions(List<AnswerRow> rows, RevisionConclusions conclusions) {
    List<Conclusion> all = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (isRevised(rows.get(row))) {
        all.addAll(conclusions.growths(subjects.get(row), row));
      }
    }
    all.addAll(RevisionConclusions.ranks(rows));
    return all;
  }

  /** The earlier day: the requested one, or that of the first publication. */
  private LocalDate first(Quarters quarters) {
    return from.or(() ->
            subjects.stream()
                .flatMap(subject -> quarters.firstPublished(subject, period).stream())
                .min(LocalDate::compareTo))
        .filter(day -> !day.isAfter(to))
        .orElse(to);
  }

  private Map<String, List<String>> question(LocalDate first) {
    Map<String, List<String>> question = QuestionParameters.of(subjects, period);
    question.put("from", List.of(first.toString()));
    question.put("to", List.of(to.toString()));
    return question;
  }

  private String sentence(List<AnswerRow> rows, LocalDate first) {
    List<Boolean> revised = rows.stream().map(Revisions::isRevised).toList();
    return new RevisionsHeadline(subjects, rows, revised, first, to).text();
  }

  private AnswerRow row(
      Subject subject, Levels then, Levels now, int number, FindingCollector findings) {
    Unit unit = now.unit(subject, period);
    RowValue before = then.level(subject, period, unit);
    RowValue after = now.level(subject, period, unit);
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.BEFORE, before);
    fields.put(RowField.AFTER, after);
    fields.put(RowField.CHANGE, change(before, after, unit));
    findings.about(number, subject, Stream.of(before));
    findings.about(number, subject, Stream.of(after));
    return AnswerRow.of(subject, period, fields);
  }

  private static RowValue change(RowValue before, RowValue after, Unit unit) {
    return before instanceof KnownFigure b && after instanceof KnownFigure a
        ? KnownFigure.derived(
            a.formula().minus(b.formula()),
            unit.ofDifferences(),
            List.of(RowField.BEFORE, RowField.AFTER),
            List.of())
        : before instanceof Missing ? before : after;
  }

  /** Whether a row's figure has changed. */
  private static boolean isRevised(AnswerRow row) {
    Optional<KnownFigure> before = row.known(RowField.BEFORE);
    Optional<KnownFigure> after = row.known(RowField.AFTER);
    return before.isPresent() != after.isPresent()
        || (before.isPresent() && !sameAsPublished(before.get(), after.orElseThrow()));
  }

  /** Whether two figures are equal before conversion, which rounds. */
  private static boolean sameAsPublished(KnownFigure before, KnownFigure after) {
    KnownFigure one = before.unconverted();
    KnownFigure other = after.unconverted();
    return one.figure().unit().equals(other.figure().unit())
        && RevisionConclusions.sameFigure(one, other);
  }
}
