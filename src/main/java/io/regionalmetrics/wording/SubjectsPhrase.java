package io.regionalmetrics.wording;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.region.Region;
import java.util.List;
import java.util.function.Function;

/**
 * Several subjects inside one sentence: what they share is said once, and each is named by what
 * tells it from the others.
 *
 * @param subjects the subjects: one metric of one or more companies
 */
record SubjectsPhrase(List<Subject> subjects) {
  private static final int MOST_NAMES = 3;

  /** What all are about: "Nike's revenue", "revenue worldwide" of several companies, "revenue". */
  String what() {
    SubjectPhrase phrase = new SubjectPhrase(subjects.getFirst());
    if (isOfOneCompany()) {
      return phrase.what();
    }
    return isOfOneRegion() ? metric() + phrase.where() : metric();
  }

  /** The metric's name, or its id if companies call it differently. */
  private String metric() {
    return isSame(subject -> subject.metric().name())
        ? new SubjectPhrase(subjects.getFirst()).metric()
        : subjects.getFirst().metric().id().replace('-', ' ');
  }

  /** What tells a subject from the others: " in Japan", " for Nike", " for Nike in Japan". */
  String which(Subject subject) {
    String where = RegionPhrase.where(subject);
    if (isOfOneCompany()) {
      return where;
    }
    return " for " + company(subject) + (isOfOneRegion() ? "" : where);
  }

  /** The same as a noun: "Japan", "Nike", "Nike in Japan". */
  private String name(Subject subject) {
    return isOfOneCompany()
        ? RegionPhrase.name(subject)
        : which(subject).substring(" for ".length());
  }

  private static String company(Subject subject) {
    return subject.vocabulary().company().company().name();
  }

  /** "was", or "were" if the metric is a plural. */
  String was() {
    return new SubjectPhrase(subjects.getFirst()).was();
  }

  /** What the subjects are, for a count of them: "regions", "companies", or "figures". */
  String noun() {
    return isOfOneCompany() ? "regions" : isOfOneRegion() ? "companies" : "figures";
  }

  /** Whether a subject is the whole that the others may be parts of. */
  boolean isWhole(Subject subject) {
    return subjects.size() > 1
        && isOfOneCompany()
        && subject.region().single().filter(Region.WORLD::equals).isPresent();
  }

  /**
   * A sentence about the subjects that have no figure: " No figure is known for Japan.", " No
   * figure is known for 5 of 13 regions."
   *
   * @param missing the subjects without a figure; if there are none, the text is empty
   * @param start the beginning, such as "No figure is known"
   */
  String unknown(List<Subject> missing, String start) {
    if (missing.isEmpty()) {
      return "";
    }
    String names =
        missing.size() > MOST_NAMES
            ? "%s of %s %s".formatted(missing.size(), subjects.size(), noun())
            : Enumeration.of(missing.stream().map(this::name).toList());
    return " %s for %s.".formatted(start, names);
  }

  /** " in any of the four regions": to say that none has a figure. */
  String inNone() {
    return " %s %s of the %s %s"
        .formatted(
            isOfOneCompany() ? "in" : "for",
            subjects.size() == 2 ? "either" : "any",
            Excerpt.number(subjects.size()),
            noun());
  }

  /** Whether all are of the same company. */
  boolean isOfOneCompany() {
    return isSame(Subject::company);
  }

  private boolean isOfOneRegion() {
    return isSame(RegionPhrase::where);
  }

  private boolean isSame(Function<Subject, String> name) {
    return subjects.stream().map(name).distinct().count() == 1;
  }
}
