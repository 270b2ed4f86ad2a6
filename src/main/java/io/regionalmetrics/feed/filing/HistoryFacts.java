package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the facts of a stated span as one field of the {@link HistoryFormat}: {@code
 * us-gaap:Revenues|srt:StatementGeographicalAxis=country:JP|f-124}. Facts are separated by {@code
 * ;}, dimensions by {@code ,}; the names and ids that {@link FactCitations} gives have none of
 * these.
 */
final class HistoryFacts {
  private static final String BETWEEN_FACTS = ";";
  private static final String BETWEEN_PARTS = "|";
  private static final String BETWEEN_DIMENSIONS = ",";
  private static final String OF_AXIS = "=";

  private HistoryFacts() {}

  /** The field of some facts; empty if there are none. */
  static String write(List<FiledFact> facts) {
    return facts.stream().map(HistoryFacts::write).collect(Collectors.joining(BETWEEN_FACTS));
  }

  private static String write(FiledFact fact) {
    String dimensions =
        fact.dimensions().entrySet().stream()
            .map(one -> one.getKey() + OF_AXIS + one.getValue())
            .collect(Collectors.joining(BETWEEN_DIMENSIONS));
    return String.join(BETWEEN_PARTS, fact.concept(), dimensions, fact.id().orElse(""));
  }

  /** The facts of a field. */
  static List<FiledFact> read(String field) {
    return split(field, BETWEEN_FACTS).map(HistoryFacts::readOne).toList();
  }

  private static FiledFact readOne(String text) {
    String[] parts = text.split("\\|", -1);
    Map<String, String> dimensions = new HashMap<>();
    split(parts[1], BETWEEN_DIMENSIONS)
        .forEach(one -> {
          int equals = one.indexOf(OF_AXIS);
          dimensions.put(one.substring(0, equals), one.substring(equals + 1));
        });
    return FiledFact.of(parts[0], dimensions, Optional.of(parts[2]).filter(id -> !id.isEmpty()));
  }

  private static Stream<String> split(String text, String separator) {
    return text.isEmpty() ? Stream.empty() : Stream.of(text.split(separator));
  }
}
