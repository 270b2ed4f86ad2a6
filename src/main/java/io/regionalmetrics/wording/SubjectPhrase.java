package io.regionalmetrics.wording;

import io.regionalmetrics.answer.Subject;
import java.util.List;
import java.util.Locale;

/** The name of a subject inside a sentence, and the verbs that agree with it. */
record SubjectPhrase(Subject subject) {

  /** Endings of words in the singular: "gross", "analysis", "surplus". */
  private static final List<String> SINGULAR = List.of("ss", "is", "us");

  /** The metric's name inside a sentence: "revenue per user". */
  String metric() {
    return MetricName.inSentence(subject.metric().name());
  }

  /** The company's name as an owner: "Twitter's", "Paramount Pictures'", "Macy's". */
  String owner() {
    String name = subject.vocabulary().company().company().name();
    String small = name.toLowerCase(Locale.ROOT);
    if (small.endsWith("'s") || small.endsWith("’s")) {
      return name;
    }
    return small.endsWith("s") ? name + "'" : name + "'s";
  }

  /** "Twitter's revenue per user". */
  String what() {
    return owner() + " " + metric();
  }

  /** " in Japan", " outside the United States", " worldwide". */
  String where() {
    return RegionPhrase.where(subject);
  }

  /** "Twitter's revenue in Japan". */
  String whatAndWhere() {
    return what() + where();
  }

  /** The metric's figures inside a sentence. */
  LevelPhrase levels() {
    return LevelPhrase.of(subject.metric());
  }

  /** "were" if the metric is a plural, such as users; "was" for revenue per user. */
  String was() {
    return isPlural() ? "were" : "was";
  }

  /** "are" if the metric is a plural, otherwise "is". */
  String is() {
    return isPlural() ? "are" : "is";
  }

  private boolean isPlural() {
    String name = subject.metric().name();
    int per = name.indexOf(" per ");
    String counted = per < 0 ? name : name.substring(0, per);
    return counted.endsWith("s") && SINGULAR.stream().noneMatch(counted::endsWith);
  }
}
