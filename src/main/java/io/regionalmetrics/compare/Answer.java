package io.regionalmetrics.compare;

import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is answered.
 *
 * @param comparison its word: {@code growth}
 * @param question each parameter with its values, all that was left open filled in
 * @param rows the figures, a row for each thing that was asked about
 * @param remainder what a whole's parts leave unexplained, by field; empty where nothing is asked
 *     of it
 * @param conclusions what follows differently from two states of what is known
 * @param findings what the reader must know
 * @param sentence the same in words
 * @param next where the next part of a long answer begins
 */
public record Answer(
    String comparison,
    Map<String, List<String>> question,
    List<Row> rows,
    Map<String, Field> remainder,
    List<Conclusion> conclusions,
    List<Finding> findings,
    String sentence,
    Optional<String> next) {
  /** Keeps the order. */
  public Answer {
    question = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(question));
    rows = List.copyOf(rows);
    remainder = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(remainder));
    conclusions = List.copyOf(conclusions);
    findings = List.copyOf(findings);
  }

  /** An answer of rows and no more. */
  static Answer of(
      String comparison,
      Map<String, List<String>> question,
      List<Row> rows,
      Findings findings,
      String sentence) {
    return new Answer(
        comparison,
        question,
        rows,
        Map.of(),
        List.of(),
        findings.list(),
        sentence,
        Optional.empty());
  }

  /** The sources of all figures, by id; of a source published several times, the newest. */
  public Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    fields()
        .flatMap(Field::known)
        .flatMap(Known::cited)
        .map(Vintage::source)
        .forEach(source ->
            sources.merge(
                source.id(), source, (a, b) -> a.published().isBefore(b.published()) ? b : a));
    return sources;
  }

  private Stream<Field> fields() {
    return Stream.of(
            rows.stream().flatMap(row -> row.fields().values().stream()),
            remainder.values().stream(),
            conclusions.stream()
                .flatMap(conclusion -> Stream.of(conclusion.before(), conclusion.after())))
        .flatMap(fields -> fields);
  }

  /** This with one finding more. */
  public Answer with(Finding finding) {
    return new Answer(
        comparison,
        question,
        rows,
        remainder,
        conclusions,
        Stream.concat(findings.stream(), Stream.of(finding)).toList(),
        sentence,
        next);
  }

  /** This with what the parts of a whole leave unexplained. */
  Answer withRemainder(Map<String, Field> fields) {
    return new Answer(comparison, question, rows, fields, conclusions, findings, sentence, next);
  }

  /** This with what follows differently. */
  Answer withConclusions(List<Conclusion> some) {
    return new Answer(comparison, question, rows, remainder, some, findings, sentence, next);
  }

  /** This as the part of a longer one. */
  public Answer withNext(String where) {
    return new Answer(
        comparison, question, rows, remainder, conclusions, findings, sentence, Optional.of(where));
  }
}
