package io.regionalmetrics.answer;

import io.regionalmetrics.model.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is answered.
 *
 * @param comparison its word: {@code growth}
 * @param question each parameter with its values, all that was left open filled in
 * @param rows the figures, a row for each thing that was asked about
 * @param remainder what a whole's parts leave unexplained, by field; empty where nothing is asked
 *     of it
 * @param whole figures of the whole that the rows are parts of, which the sentence tells and the
 *     rows don't: its {@code growth}, of a contribution
 * @param conclusions what follows differently from two states of what is known
 * @param findings what the reader must know
 * @param sentence the same in words
 * @param nextPage where the next page of a series begins; empty on the last page
 * @param next the same as an opaque token, once there is one
 */
public record Answer(
    String comparison,
    Map<String, List<String>> question,
    List<AnswerRow> rows,
    Map<RowField, RowValue> remainder,
    Map<RowField, RowValue> whole,
    List<Conclusion> conclusions,
    List<Finding> findings,
    String sentence,
    Optional<NextPage> nextPage,
    Optional<String> next) {
  /** Keeps the order. */
  public Answer {
    question = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(question));
    rows = List.copyOf(rows);
    remainder = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(remainder));
    whole = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(whole));
    conclusions = List.copyOf(conclusions);
    findings = List.copyOf(findings);
  }

  /** An answer of rows and no more. */
  public static Answer of(
      String comparison,
      Map<String, List<String>> question,
      List<AnswerRow> rows,
      List<Finding> findings,
      String sentence) {
    return new Answer(
        comparison,
        question,
        rows,
        Map.of(),
        Map.of(),
        List.of(),
        findings,
        sentence,
        Optional.empty(),
        Optional.empty());
  }

  /** The sources of all figures, by id; of a source published several times, the newest. */
  public Map<String, Source> sources() {
    return sources(fields());
  }

  /** The same, and those of the whole. */
  public Collection<Source> shownSources() {
    return sources(Stream.concat(fields(), whole.values().stream())).values();
  }

  private static Map<String, Source> sources(Stream<RowValue> fields) {
    Map<String, Source> sources = new LinkedHashMap<>();
    fields
        .<KnownFigure>mapMulti(RowValue::known)
        .<Source>mapMulti(KnownFigure::cited)
        .forEach(source ->
            sources.merge(
                source.id(), source, (a, b) -> a.published().isBefore(b.published()) ? b : a));
    return sources;
  }

  private Stream<RowValue> fields() {
    return fields(rows.stream());
  }

  private Stream<RowValue> fields(Stream<AnswerRow> some) {
    return Stream.of(
            some.flatMap(row -> row.fields().values().stream()),
            remainder.values().stream(),
            conclusions.stream()
                .flatMap(conclusion -> Stream.of(conclusion.before(), conclusion.after())))
        .flatMap(fields -> fields);
  }

  /** The currencies from which any of its figures was converted. */
  public Set<String> convertedFrom() {
    return conversions()
        .map(KnownFigure.Conversion::currency)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those to the currency that is asked for: a check that tries rates converts nothing. */
  private Stream<KnownFigure.Conversion> conversions() {
    return fields(rows.stream().filter(row -> !row.triesRates()))
        .<KnownFigure>mapMulti(RowValue::known)
        .mapMulti(KnownFigure::conversions);
  }

  /** Whether each conversion used the fixing of the very day that was asked for. */
  public boolean isConvertedByFixingsOfTheDay() {
    return conversions().allMatch(conversion -> conversion.rate().notes().isEmpty());
  }

  /** This answer to a question with other parameters. */
  public Answer withQuestion(Map<String, List<String>> parameters) {
    return new Answer(
        comparison,
        parameters,
        rows,
        remainder,
        whole,
        conclusions,
        findings,
        sentence,
        nextPage,
        next);
  }

  /** This answer with another sentence. */
  public Answer withSentence(String text) {
    return new Answer(
        comparison, question, rows, remainder, whole, conclusions, findings, text, nextPage, next);
  }

  /** This with one finding more. */
  public Answer with(Finding finding) {
    return new Answer(
        comparison,
        question,
        rows,
        remainder,
        whole,
        conclusions,
        Stream.concat(findings.stream(), Stream.of(finding)).toList(),
        sentence,
        nextPage,
        next);
  }

  /** This with what the parts of a whole leave unexplained. */
  public Answer withRemainder(Map<RowField, RowValue> fields) {
    return new Answer(
        comparison, question, rows, fields, whole, conclusions, findings, sentence, nextPage, next);
  }

  /** This with figures of the whole that its rows are parts of. */
  public Answer withWhole(Map<RowField, RowValue> fields) {
    return new Answer(
        comparison,
        question,
        rows,
        remainder,
        fields,
        conclusions,
        findings,
        sentence,
        nextPage,
        next);
  }

  /** This with what follows differently. */
  public Answer withConclusions(List<Conclusion> some) {
    return new Answer(
        comparison, question, rows, remainder, whole, some, findings, sentence, nextPage, next);
  }

  /** This as the part of a longer one. */
  public Answer withNext(String where) {
    return new Answer(
        comparison,
        question,
        rows,
        remainder,
        whole,
        conclusions,
        findings,
        sentence,
        nextPage,
        Optional.of(where));
  }

  /** This as a page of a series that has a next one. */
  public Answer withNextPage(NextPage page) {
    return new Answer(
        comparison,
        question,
        rows,
        remainder,
        whole,
        conclusions,
        findings,
        sentence,
        Optional.of(page),
        next);
  }
}
