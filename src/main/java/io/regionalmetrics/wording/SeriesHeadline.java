package io.regionalmetrics.wording;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * A series of one or more regions: "From 2019-Q1 to 2024-Q1, Netflix's paid memberships rose from
 * 66.6m to 82.7m in the United States and Canada and from 42.5m to 91.7m in Europe."
 */
public final class SeriesHeadline {
  private final SubjectsPhrase phrase;
  private final List<Subject> whole;
  private final Excerpt<Subject> excerpt;

  /**
   * The headline of a series.
   *
   * @param subjects the subjects of the series
   * @param newest the newest level of each subject that has one; it says which are the largest
   */
  public SeriesHeadline(List<Subject> subjects, Map<Subject, KnownFigure> newest) {
    this.phrase = new SubjectsPhrase(subjects);
    this.whole = subjects.stream().filter(phrase::isWhole).toList();
    List<Subject> parts = subjects.stream().filter(subject -> !phrase.isWhole(subject)).toList();
    this.excerpt = excerpt(parts, newest);
  }

  private static Excerpt<Subject> excerpt(List<Subject> parts, Map<Subject, KnownFigure> newest) {
    List<Subject> known = parts.stream().filter(newest::containsKey).toList();
    boolean sizes = known.size() == parts.size() || !Excerpt.first(parts).isAll();
    return known.isEmpty() || !sizes ? Excerpt.first(parts) : Excerpt.largest(known, newest::get);
  }

  /** The subjects that the headline names: the whole, and the largest others. */
  public List<Subject> named() {
    return Stream.concat(whole.stream(), excerpt.named().stream()).toList();
  }

  /**
   * The sentence.
   *
   * @param named the sentence of each named subject that has a known level; at least one
   * @param unknown the named subjects without a known level
   */
  public String text(List<SeriesSentence> named, List<Subject> unknown) {
    return excerpt.fitting(fewer -> items(named, fewer))
        + phrase.unknown(unknown, "No figure is known");
  }

  /** The sentences of the whole and of some other subjects as one. */
  private String items(List<SeriesSentence> all, Excerpt<Subject> some) {
    List<SeriesSentence> named =
        all.stream()
            .filter(one -> whole.contains(one.subject()) || some.named().contains(one.subject()))
            .toList();
    return "%s%s.".formatted(items(named), some.note(phrase.noun()));
  }

  private String items(List<SeriesSentence> named) {
    List<SeriesSentence> spans = named.stream().filter(SeriesSentence::isOfSeveral).toList();
    SeriesSentence first = spans.isEmpty() ? named.getFirst() : spans.getFirst();
    List<String> items = new ArrayList<>();
    for (SeriesSentence one : named) {
      String was = spans.isEmpty() || one.isOfSeveral() ? "" : phrase.was() + " ";
      String from = one.isOfSeveral() && items.isEmpty() ? "from " : "";
      items.add(was + from + one.levels(first) + phrase.which(one.subject()));
    }
    return "%s, %s %s%s"
        .formatted(
            quarters(first.from(), first.to()),
            phrase.what(),
            spans.isEmpty() ? phrase.was() + " " : verb(spans),
            Enumeration.of(items));
  }

  private static String quarters(YearQuarter from, YearQuarter to) {
    return from.equals(to) ? "In " + from : "From %s to %s".formatted(from, to);
  }

  /** "rose " or "fell " if all did, otherwise "went ". */
  private static String verb(List<SeriesSentence> spans) {
    List<String> verbs = spans.stream().map(SeriesSentence::verb).distinct().toList();
    return (verbs.size() == 1 ? verbs.getFirst() : "went") + " ";
  }
}
