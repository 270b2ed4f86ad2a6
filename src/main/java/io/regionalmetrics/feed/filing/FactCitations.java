package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Describes the facts of an instance so that anyone finds them there again. A fact whose names no
 * XML document can have is not described, and of a sum of more than 20 facts only the first 20 are.
 */
final class FactCitations {
  private static final int MOST_FACTS = 20;
  private static final Predicate<String> IS_NAME =
      Pattern.compile("[^\\s|,;=:]{1,400}:[^\\s|,;=:]{1,400}").asMatchPredicate();

  private final Map<QualifiedName, QualifiedName> filedAxes;

  FactCitations(Instance instance) {
    this.filedAxes = instance.filedAxes();
  }

  /** Facts with the names that the instance gives them; axes under their former names too. */
  List<FiledFact> of(Collection<Fact> facts) {
    return facts.stream().limit(MOST_FACTS).map(this::of).filter(FactCitations::hasNames).toList();
  }

  private static boolean hasNames(FiledFact fact) {
    return IS_NAME.test(fact.concept())
        && fact.dimensions().entrySet().stream()
            .allMatch(one -> IS_NAME.test(one.getKey()) && IS_NAME.test(one.getValue()));
  }

  private FiledFact of(Fact fact) {
    Map<String, String> dimensions = new TreeMap<>();
    fact.context()
        .dimensions()
        .forEach((axis, member) ->
            dimensions.put(filedAxes.getOrDefault(axis, axis).toString(), member.toString()));
    return FiledFact.of(fact.concept().toString(), dimensions, fact.id());
  }
}
