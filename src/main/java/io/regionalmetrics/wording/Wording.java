package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnsweringVintage;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.util.List;
import java.util.stream.Stream;

/** The words that sentences are made of. */
public final class Wording {

  private Wording() {}

  /** "about 45m" where it is estimated. */
  static String about(KnownFigure known) {
    return (isEstimated(known) ? "about " : "") + FigureText.amount(known.figure());
  }

  static boolean isEstimated(KnownFigure known) {
    return Stream.of(known)
        .<AnsweringVintage>mapMulti(KnownFigure::vintages)
        .anyMatch(current -> current.vintage().observation().status() == Status.ESTIMATED);
  }

  /** "were" after a name in the plural: users, but not revenue per user. */
  static String was(Subject subject) {
    String name = subject.metric().name();
    int per = name.indexOf(" per ");
    String counted = per < 0 ? name : name.substring(0, per);
    return counted.endsWith("s") && !counted.endsWith("ss") ? "were" : "was";
  }

  /** A metric's name inside a sentence: "revenue per user". */
  static String name(Subject subject) {
    return lower(subject.metric().name());
  }

  /** "Twitter's revenue per user". */
  static String what(Subject subject) {
    return possessive(subject.vocabulary()) + " " + name(subject);
  }

  static String possessive(Vocabulary vocabulary) {
    String name = vocabulary.company().company().name();
    return name.endsWith("s") ? name + "'" : name + "'s";
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /** A name as it stands inside a sentence; an abbreviation stays as it is. */
  private static String lower(String name) {
    boolean abbreviation =
        name.length() > 1
            && !Character.isLowerCase(name.charAt(1))
            && Character.isLetter(name.charAt(1));
    return abbreviation || name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** " in Japan", " outside the United States", " worldwide". */
  static String where(Subject subject) {
    RegionExpression region = subject.region();
    return region
        .single()
        .flatMap(id -> subject.vocabulary().region(id))
        .map(single ->
            single
                .residual()
                .filter(Wording::isRestOfWorld)
                .map(residual -> where(subject, residual))
                .orElseGet(() -> where(single)))
        .orElseGet(() -> where(subject, region));
  }

  private static String where(Region region) {
    return region.id().equals(Region.WORLD) ? " worldwide" : " in " + name(region);
  }

  static boolean isRestOfWorld(RegionExpression expression) {
    return expression.terms().getOrDefault(Region.WORLD, 0) == 1
        && expression.terms().values().stream().filter(sign -> sign > 0).count() == 1;
  }

  private static String where(Subject subject, RegionExpression expression) {
    String less = names(subject, expression, -1);
    if (isRestOfWorld(expression)) {
      return " outside " + less;
    }
    return " in " + names(subject, expression, 1) + (less.isEmpty() ? "" : " without " + less);
  }

  private static String names(Subject subject, RegionExpression expression, int sign) {
    List<String> names =
        expression.terms().entrySet().stream()
            .filter(term -> term.getValue() == sign)
            .flatMap(term -> subject.vocabulary().region(term.getKey()).stream())
            .map(Wording::name)
            .toList();
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String name(Region region) {
    return Countries.inSentence(region);
  }
}
