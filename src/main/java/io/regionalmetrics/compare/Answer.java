package io.regionalmetrics.compare;

import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is answered.
 *
 * @param comparison its word: {@code growth}
 * @param question each parameter with its values, all that was left open filled in
 * @param sentence the same in words
 */
public record Answer(
    String comparison,
    Map<String, List<String>> question,
    List<Row> rows,
    List<Finding> findings,
    String sentence) {
  /** Keeps the order. */
  public Answer {
    question = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(question));
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /** The sources of all figures, by id; of a source published several times, the newest. */
  public Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    rows.stream()
        .flatMap(row -> row.fields().values().stream())
        .flatMap(field -> field instanceof Known known ? known.vintages() : Stream.of())
        .flatMap(
            current -> Stream.concat(Stream.of(current.vintage()), current.alternatives().stream()))
        .map(Vintage::source)
        .forEach(source ->
            sources.merge(
                source.id(), source, (a, b) -> a.published().isBefore(b.published()) ? b : a));
    return sources;
  }

  /** This with one finding more. */
  public Answer with(Finding finding) {
    return new Answer(
        comparison,
        question,
        rows,
        Stream.concat(findings.stream(), Stream.of(finding)).toList(),
        sentence);
  }
}
