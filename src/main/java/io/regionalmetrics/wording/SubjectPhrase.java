package io.regionalmetrics.wording;

import io.regionalmetrics.answer.Subject;
import java.util.Locale;

/** The name of a subject inside a sentence, and the verbs that agree with it. */
record SubjectPhrase(Subject subject) {

  /** The metric's name inside a sentence: "revenue per user". */
  String metric() {
    return lowerCase(subject.metric().name());
  }

  /** The company's name as an owner: "Twitter's". */
  String owner() {
    String name = subject.vocabulary().company().company().name();
    return name.endsWith("s") ? name + "'" : name + "'s";
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

  /** {@link #whatAndWhere} at the start of a sentence. */
  String atStart() {
    String text = whatAndWhere();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
    return counted.endsWith("s") && !counted.endsWith("ss");
  }

  /** A name with a small first letter, unless it begins with an abbreviation. */
  private static String lowerCase(String name) {
    boolean abbreviation =
        name.length() > 1
            && !Character.isLowerCase(name.charAt(1))
            && Character.isLetter(name.charAt(1));
    return abbreviation || name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
