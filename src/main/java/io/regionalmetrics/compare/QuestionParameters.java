package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.QuarterKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** How a question is repeated in its answer. */
public final class QuestionParameters {
  private QuestionParameters() {}

  /** The parameters that all comparisons share. */
  static Map<String, List<String>> of(List<Subject> subjects, YearQuarter period) {
    Map<String, List<String>> question = new LinkedHashMap<>();
    question.put("company", distinct(subjects, Subject::company));
    question.put("metric", distinct(subjects, subject -> subject.metric().id()));
    question.put("region", distinct(subjects, Subject::asked));
    question.put("period", List.of(period.toString()));
    return question;
  }

  /** The same of a quarter that is compared with another, as of a day. */
  static Map<String, List<String>> of(
      List<Subject> subjects, YearQuarter period, YearQuarter base, LocalDate asOf) {
    Map<String, List<String>> question = of(subjects, period);
    question.put("base", List.of(base.toString()));
    question.put("asOf", List.of(asOf.toString()));
    return question;
  }

  /** The quarters to be read for the levels of two quarters, each once. */
  static Set<QuarterKey> reads(
      List<Subject> subjects,
      YearQuarter period,
      YearQuarter base,
      BiFunction<Subject, YearQuarter, Stream<QuarterKey>> reads) {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      reads.apply(subject, period).forEach(keys::add);
      reads.apply(subject, base).forEach(keys::add);
    }
    return keys;
  }

  public static <T> List<String> distinct(List<T> things, Function<T, String> word) {
    return things.stream().map(word).distinct().toList();
  }
}
