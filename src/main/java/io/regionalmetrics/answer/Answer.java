package io.regionalmetrics.answer;

import io.regionalmetrics.model.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer to a question on figures.
 *
 * @param kind the kind of the question
 * @param question each parameter with its values; parameters that the query left out have the
 *     values that were used instead
 * @param rows the figures, one row for each company, metric, region and quarter
 * @param remainder the difference between a whole and the sum of its parts, by field; empty if the
 *     parts need not add up to the whole
 * @param named the parts of the remainder that a source names
 * @param whole figures of the whole that are not in the rows; the sentence and the picture use them
 * @param conclusions growths and ranks that a revision changed
 * @param findings what the reader must know
 * @param sentence the answer in words
 * @param nextPage where the next page of a series begins; empty on the last page
 */
public record Answer(
    QuestionKind kind,
    Map<String, List<String>> question,
    List<AnswerRow> rows,
    Map<RowField, RowValue> remainder,
    List<NamedRemainder> named,
    Map<RowField, RowValue> whole,
    List<Conclusion> conclusions,
    List<Finding> findings,
    String sentence,
    Optional<NextPage> nextPage) {

  /** Copies the lists and maps; maps keep their order. */
  public Answer {
    question = Collections.unmodifiableMap(new LinkedHashMap<>(question));
    rows = List.copyOf(rows);
    remainder = Collections.unmodifiableMap(new LinkedHashMap<>(remainder));
    named = List.copyOf(named);
    whole = Collections.unmodifiableMap(new LinkedHashMap<>(whole));
    conclusions = List.copyOf(conclusions);
    findings = List.copyOf(findings);
  }

  /** Starts an answer; the parts that are not set stay empty. */
  public static Builder to(QuestionKind kind, Map<String, List<String>> question) {
    return new Builder(kind, question);
  }

  /** A builder that starts with all parts of this answer. */
  public Builder toBuilder() {
    Builder builder = new Builder(kind, question);
    builder.rows = rows;
    builder.remainder = remainder;
    builder.named = named;
    builder.whole = whole;
    builder.conclusions = conclusions;
    builder.findings = findings;
    builder.sentence = sentence;
    builder.nextPage = nextPage;
    return builder;
  }

  /** Builds an answer part by part. Setting a part again replaces it. */
  public static final class Builder {
    private final QuestionKind kind;
    private Map<String, List<String>> question;
    private List<AnswerRow> rows = List.of();
    private Map<RowField, RowValue> remainder = Map.of();
    private List<NamedRemainder> named = List.of();
    private Map<RowField, RowValue> whole = Map.of();
    private List<Conclusion> conclusions = List.of();
    private List<Finding> findings = List.of();
    private String sentence = "";
    private Optional<NextPage> nextPage = Optional.empty();

    private Builder(QuestionKind kind, Map<String, List<String>> question) {
      this.kind = kind;
      this.question = question;
    }

    /** The parameters of the question. */
    public Builder question(Map<String, List<String>> parameters) {
      question = parameters;
      return this;
    }

    /** The rows, in the order in which they are shown. */
    public Builder rows(List<AnswerRow> inOrder) {
      rows = inOrder;
      return this;
    }

    /** The difference between the whole and the sum of its parts. */
    public Builder remainder(Map<RowField, RowValue> fields) {
      remainder = fields;
      return this;
    }

    /** The parts of the remainder that a source names. */
    public Builder named(List<NamedRemainder> parts) {
      named = parts;
      return this;
    }

    /** Figures of the whole that are not in the rows. */
    public Builder whole(Map<RowField, RowValue> fields) {
      whole = fields;
      return this;
    }

    /** The growths and ranks that a revision changed. */
    public Builder conclusions(List<Conclusion> all) {
      conclusions = all;
      return this;
    }

    /** What the reader must know. */
    public Builder findings(List<Finding> all) {
      findings = all;
      return this;
    }

    /** One more thing that the reader must know. */
    public Builder add(Finding finding) {
      List<Finding> all = new ArrayList<>(findings);
      all.add(finding);
      return findings(all);
    }

    /** The answer in words. */
    public Builder sentence(String text) {
      sentence = text;
      return this;
    }

    /** Where the next page begins, if there is one. */
    public Builder nextPage(Optional<NextPage> next) {
      nextPage = next;
      return this;
    }

    /** The answer. */
    public Answer build() {
      return new Answer(
          kind, question, rows, remainder, named, whole, conclusions, findings, sentence, nextPage);
    }
  }

  /**
   * The sources of the rows, the remainder and the conclusions, by id. If one id has several
   * sources, the newest wins.
   */
  public Map<String, Source> sources() {
    return sources(fields());
  }

  /** Like {@link #sources()}, with the sources of the whole. */
  public Collection<Source> shownSources() {
    return sources(Stream.concat(fields(), whole.values().stream())).values();
  }

  private static Map<String, Source> sources(Stream<RowValue> fields) {
    Map<String, Source> sources = new LinkedHashMap<>();
    fields
        .<KnownFigure>mapMulti(RowValue::forEachFigure)
        .<Source>mapMulti(KnownFigure::forEachSource)
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
            named.stream().flatMap(one -> one.fields().values().stream()),
            conclusions.stream()
                .flatMap(conclusion -> Stream.of(conclusion.before(), conclusion.after())))
        .flatMap(fields -> fields);
  }

  /** The currencies from which figures were converted, in alphabetical order. */
  public Set<String> convertedFrom() {
    return conversions()
        .map(KnownFigure.Conversion::currency)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The conversions into the requested currency; a check that tries out rates converts nothing. */
  private Stream<KnownFigure.Conversion> conversions() {
    return fields(rows.stream().filter(row -> !row.triesRates()))
        .<KnownFigure>mapMulti(RowValue::forEachFigure)
        .mapMulti(KnownFigure::forEachConversion);
  }

  /**
   * Whether any row has a figure that is money in a currency; rows that try out rates don't count.
   */
  public boolean hasMoneyIn(String currency) {
    return fields(rows.stream().filter(row -> !row.triesRates()))
        .<KnownFigure>mapMulti(RowValue::forEachFigure)
        .map(known -> known.figure().unit())
        .anyMatch(unit -> unit.isMoney() && unit.currency().equals(currency));
  }

  /** Whether each conversion used a fixing of the requested day itself, not of an earlier one. */
  public boolean isConvertedByFixingsOfTheDay() {
    return conversions().allMatch(conversion -> conversion.rate().notes().isEmpty());
  }
}
