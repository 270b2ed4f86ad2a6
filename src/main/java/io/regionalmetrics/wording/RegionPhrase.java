package io.regionalmetrics.wording;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.util.List;

/** The name of a region inside a sentence. */
final class RegionPhrase {
  private RegionPhrase() {}

  /** The region as an adverbial: " in Japan", " outside the United States", " worldwide". */
  static String where(Subject subject) {
    RegionExpression region = defined(subject);
    if (region.single().filter(Region.WORLD::equals).isPresent()) {
      return " worldwide";
    }
    String less = names(subject, region, -1);
    if (isRestOfWorld(region)) {
      return " outside " + less;
    }
    return " in " + names(subject, region, 1) + (less.isEmpty() ? "" : " without " + less);
  }

  /** The region as a noun: "Japan", "regions outside the United States", "the world". */
  static String name(Subject subject) {
    RegionExpression region = defined(subject);
    if (region.single().filter(Region.WORLD::equals).isPresent()) {
      return "the world";
    }
    String less = names(subject, region, -1);
    if (isRestOfWorld(region)) {
      return "regions outside " + less;
    }
    return names(subject, region, 1) + (less.isEmpty() ? "" : " without " + less);
  }

  /** The requested region; one defined as the rest of the world is replaced by its definition. */
  private static RegionExpression defined(Subject subject) {
    return subject
        .region()
        .single()
        .flatMap(id -> subject.vocabulary().region(id))
        .flatMap(Region::residual)
        .filter(RegionPhrase::isRestOfWorld)
        .orElse(subject.region());
  }

  /** Whether an expression is the world less something, such as {@code WORLD-US}. */
  static boolean isRestOfWorld(RegionExpression expression) {
    return expression.terms().getOrDefault(Region.WORLD, 0) == 1
        && expression.terms().values().stream().filter(sign -> sign > 0).count() == 1;
  }

  /** The names of an expression's terms with one sign: "Canada, Japan and the United States". */
  private static String names(Subject subject, RegionExpression expression, int sign) {
    List<String> names =
        expression.terms().entrySet().stream()
            .filter(term -> term.getValue() == sign)
            .map(term ->
                subject
                    .vocabulary()
                    .region(term.getKey())
                    .map(Countries::inSentence)
                    .orElse(term.getKey()))
            .toList();
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
