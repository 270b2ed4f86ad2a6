package io.regionalmetrics.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.threeten.extra.YearQuarter;

/** How a question is repeated in its answer. */
final class Questions {
  private Questions() {}

  /** The parameters that all comparisons share. */
  static Map<String, List<String>> of(List<Subject> subjects, YearQuarter period) {
    Map<String, List<String>> question = new LinkedHashMap<>();
    question.put("company", distinct(subjects, Subject::company));
    question.put("metric", distinct(subjects, subject -> subject.metric().id()));
    question.put("region", distinct(subjects, Subject::asked));
    question.put("period", List.of(period.toString()));
    return question;
  }

  static <T> List<String> distinct(List<T> things, Function<T, String> word) {
    return things.stream().map(word).distinct().toList();
  }
}
