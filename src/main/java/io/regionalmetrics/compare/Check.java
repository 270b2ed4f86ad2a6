package io.regionalmetrics.compare;

import io.regionalmetrics.model.Interval;
import io.regionalmetrics.model.Kind;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
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
 * What was published against what follows from other published figures: {@code relation}, {@code
 * published}, {@code computed}, their {@code difference}, and the {@code verdict}: {@code
 * consistent} where the bounds meet, {@code inconsistent} where they don't, {@code not-checkable}
 * where one is missing.
 *
 * <p>The relation {@code ratio}: a published ratio against its numerator over its denominator.
 * Worked example: 2.36 a user stands for 2.355 to 2.365; 106m / 45m is 2.3556, at least 105.5 /
 * 45.5 = 2.3187, at most 106.5 / 44.5 = 2.3933: consistent.
 *
 * @param cells every ratio and quarter that is looked at; rows are those of them that were
 *     published
 * @param narrowed the question's parameters, as asked
 */
public record Check(List<Checked> cells, Map<String, List<String>> narrowed) implements Comparison {
  private static final String CONSISTENT = "consistent";
  private static final String INCONSISTENT = "inconsistent";
  private static final String NOT_CHECKABLE = "not-checkable";

  /** One ratio of one region in one quarter. */
  public record Checked(Subject subject, YearQuarter period) {}

  @Override
  public Set<QuarterKey> reads() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    cells.forEach(cell -> cell.subject().reads(cell.period()).forEach(keys::add));
    return keys;
  }

  @Override
  public Answer answer(Quarters quarters) {
    Levels levels = new Levels(quarters);
    Findings findings = new Findings();
    List<Row> rows = new ArrayList<>();
    for (Checked cell : cells) {
      Subject subject = cell.subject();
      for (String unit : levels.units(subject, cell.period())) {
        Optional<Known> published = levels.reported(subject, cell.period(), Measure.LEVEL, unit);
        if (published.isPresent()) {
          Row row = row(cell, published.get(), levels, unit);
          findings.about(rows.size(), subject, row.fields().values().stream());
          rows.add(row);
        }
      }
    }
    Map<String, List<String>> question = new LinkedHashMap<>(narrowed);
    question.put("asOf", List.of(quarters.asOf().toString()));
    return Answer.of("check", question, rows, findings, Wording.check(rows));
  }

  private static Row row(Checked cell, Known published, Levels levels, String unit) {
    Subject subject = cell.subject();
    RatioTerms terms = subject.metric().terms().orElseThrow();
    Field computed = levels.quotient(subject, terms, cell.period(), unit);
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put("relation", new Field.Word("ratio"));
    fields.put("published", published);
    fields.put("computed", computed);
    if (computed instanceof Known known) {
      fields.put(
          "difference",
          Known.computed(
                  published.formula().minus(known.formula()),
                  unit,
                  Origin.DERIVED,
                  List.of("published", "computed"),
                  List.of())
              .orElseThrow());
      fields.put("verdict", new Field.Word(verdict(published, known)));
    } else {
      fields.put("verdict", new Field.Word(NOT_CHECKABLE));
    }
    return Row.of(subject, cell.period(), fields);
  }

  private static String verdict(Known published, Known computed) {
    Optional<Interval> range = computed.formula().range();
    if (range.isEmpty()) {
      return NOT_CHECKABLE;
    }
    return range.get().meets(published.figure().bounds().orElseThrow().interval())
        ? CONSISTENT
        : INCONSISTENT;
  }

  /** How many rows have a verdict. */
  static long count(List<Row> rows, String verdict) {
    return rows.stream().filter(row -> has(row, verdict)).count();
  }

  /** Whether a row has a verdict. */
  static boolean has(Row row, String verdict) {
    return row.fields().get("verdict") instanceof Field.Word(String word) && word.equals(verdict);
  }

  /** The subjects of ratios that can be checked, of some. */
  public static Stream<Subject> checkable(Stream<Subject> subjects) {
    return subjects.filter(
        subject -> subject.metric().kind() == Kind.RATIO && subject.metric().terms().isPresent());
  }
}
