package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.PartOfWhole;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.threeten.extra.YearQuarter;

/** The parameters of a question, as its answer repeats them. Maps may be added to. */
final class QuestionParameters {
  private QuestionParameters() {}

  /** What is compared: {@code company}, {@code metric}, {@code region}. */
  static Map<String, List<String>> of(List<Subject> subjects) {
    Map<String, List<String>> question = new LinkedHashMap<>();
    question.put("company", distinct(subjects, Subject::company));
    question.put("metric", distinct(subjects, subject -> subject.metric().id()));
    question.put("region", distinct(subjects, Subject::requestedRegion));
    return question;
  }

  /** What is compared in one quarter. */
  static Map<String, List<String>> of(List<Subject> subjects, YearQuarter period) {
    Map<String, List<String>> question = of(subjects);
    question.put("period", List.of(period.toString()));
    return question;
  }

  /** Which parts are compared with which whole in one quarter. */
  static Map<String, List<String>> ofParts(List<PartOfWhole> parts, YearQuarter period) {
    Map<String, List<String>> question =
        of(parts.stream().map(PartOfWhole::subject).toList(), period);
    question.put("whole", List.of(parts.getFirst().whole().requestedRegion()));
    return question;
  }

  /** What is compared between two quarters, as known on a day. */
  static Map<String, List<String>> of(
      List<Subject> subjects, YearQuarter period, YearQuarter base, LocalDate asOf) {
    Map<String, List<String>> question = of(subjects, period);
    question.put("base", List.of(base.toString()));
    question.put("asOf", List.of(asOf.toString()));
    return question;
  }

  /** The text of each item, in order and without repetitions. */
  static <T> List<String> distinct(List<T> items, Function<T, String> text) {
    return items.stream().map(text).distinct().toList();
  }
}
