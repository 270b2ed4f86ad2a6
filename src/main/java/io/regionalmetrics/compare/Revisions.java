package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.ConclusionCode;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.Ranks;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.wording.FirstFew;
import io.regionalmetrics.wording.RevisionsSentence;
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
 * What changed in what is known between two days: the figure as of {@code before} and {@code
 * after}, and their {@code change}; and the answer's conclusions: which growth on the quarter or by
 * it, and which rank among the rows, comes out differently.
 *
 * <p>Worked example: Twitter's users of 2016-Q4 were 319m; on 2017-10-26 the company said 318m. The
 * change is -1m (-2m to 0: each is rounded by itself). The growth on 2015-Q4, 305m, was 4.6 %, and
 * is 4.3 %.
 *
 * @param subjects a row each
 * @param from the first day; nothing where it is the day of the first vintage
 * @param to the last day
 */
public record Revisions(
    List<Subject> subjects, YearQuarter period, Optional<LocalDate> from, LocalDate to)
    implements Comparison {

  /** A growth that depends on the quarter: as its period or as its base. */
  private record DependentGrowth(YearQuarter period, YearQuarter base) {}

  private List<DependentGrowth> dependentGrowths() {
    return Stream.of(Measure.YOY, Measure.QOQ)
        .flatMap(measure ->
            Stream.of(
                new DependentGrowth(period, period.minusQuarters(measure.quarters())),
                new DependentGrowth(period.plusQuarters(measure.quarters()), period)))
        .toList();
  }

  @Override
  public Requirements requirements() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      for (DependentGrowth growth : dependentGrowths()) {
        subject.reads(growth.period()).forEach(keys::add);
        subject.reads(growth.base()).forEach(keys::add);
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
    List<Conclusion> conclusions = new ArrayList<>();
    for (Subject subject : subjects) {
      AnswerRow row = row(subject, then, now, rows.size(), findings);
      if (isRevised(row)) {
        conclusions.addAll(growths(subject, then, now, rows.size()));
      }
      rows.add(row);
    }
    conclusions.addAll(ranks(rows));
    return Answer.to(QuestionKind.REVISIONS, question(first))
        .rows(rows)
        .conclusions(conclusions)
        .findings(findings.list())
        .sentence(
            FirstFew.sentences(rows.size(), i -> sentence(subjects.get(i), rows.get(i), first)))
        .build();
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

  private String sentence(Subject subject, AnswerRow row, LocalDate first) {
    return new RevisionsSentence(subject, row, isRevised(row), first, to).text();
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
            unit,
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
    return one.figure().unit().equals(other.figure().unit()) && sameFigure(one, other);
  }

  /** Whether two figures are equal numbers, whatever zeros they are written with. */
  private static boolean sameFigure(KnownFigure one, KnownFigure other) {
    return one.figure().value().compareTo(other.figure().value()) == 0
        && one.figure()
            .bounds()
            .map(Bounds::interval)
            .equals(other.figure().bounds().map(Bounds::interval));
  }

  private List<Conclusion> growths(Subject subject, Levels then, Levels now, int row) {
    List<Conclusion> conclusions = new ArrayList<>();
    for (DependentGrowth growth : dependentGrowths()) {
      RowValue before = growth(subject, then, growth);
      RowValue after = growth(subject, now, growth);
      if (before instanceof KnownFigure b && after instanceof KnownFigure a && !sameFigure(b, a)) {
        conclusions.add(differs(subject, growth, b, a, row));
      }
    }
    return conclusions;
  }

  private static RowValue growth(Subject subject, Levels levels, DependentGrowth growth) {
    Unit unit = levels.unit(subject, growth.period(), growth.base());
    return levels.grown(subject, growth.period(), growth.base(), unit).growth(List.of(), List.of());
  }

  private static Conclusion differs(
      Subject subject, DependentGrowth growth, KnownFigure before, KnownFigure after, int row) {
    boolean sign = before.value().signum() != after.value().signum();
    return new Conclusion(
        sign ? ConclusionCode.SIGN_DIFFERS : ConclusionCode.GROWTH_DIFFERS,
        List.of(row),
        before,
        after,
        "The growth of %s of %s from %s to %s is %s, not %s."
            .formatted(
                subject.metric().id(),
                subject.requestedRegion(),
                growth.base(),
                growth.period(),
                inWords(after, before),
                inWords(before, after)));
  }

  /** A growth in words; with all its digits if fewer would not tell it from the other. */
  private static String inWords(KnownFigure growth, KnownFigure other) {
    String words = FigureText.amount(growth.figure());
    return words.equals(FigureText.amount(other.figure()))
        ? growth.figure().value().toPlainString() + "%"
        : words;
  }

  /** The rows whose rank has changed, if all ranks are known on both days. */
  private static List<Conclusion> ranks(List<AnswerRow> rows) {
    Map<Integer, Integer> before = Ranks.of(fields(rows, RowField.BEFORE));
    Map<Integer, Integer> after = Ranks.of(fields(rows, RowField.AFTER));
    List<Conclusion> conclusions = new ArrayList<>();
    if (before.keySet().equals(after.keySet())) {
      for (int row = 0; row < rows.size(); row++) {
        Integer then = before.get(row);
        Integer now = after.get(row);
        if (then != null && now != null && !then.equals(now)) {
          conclusions.add(rankDiffers(rows.get(row), row, then, now));
        }
      }
    }
    return conclusions;
  }

  private static Conclusion rankDiffers(AnswerRow row, int number, int then, int now) {
    return new Conclusion(
        ConclusionCode.RANK_DIFFERS,
        List.of(number),
        new RowValue.Rank(then),
        new RowValue.Rank(now),
        "%s ranks number %s, not number %s.".formatted(row.region(), now, then));
  }

  private static List<RowValue> fields(List<AnswerRow> rows, RowField field) {
    return rows.stream().map(row -> row.fields().get(field)).toList();
  }
}
