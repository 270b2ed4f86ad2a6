package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Conclusion;
import io.regionalmetrics.answer.NamedRemainder;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes an answer as Markdown, for assistants: the sentence, a table with a line for each figure,
 * the findings, and the sources with their links. A long table is cut; the JSON has all of it.
 */
public final class AnswerMarkdown {
  /** More would fill an assistant's memory, and it has the JSON too. */
  private static final int MOST_LINES = 80;

  private static final int MOST_FINDINGS = 20;
  private static final int MOST_SOURCES = 20;

  /** What all lines have in common is said once, above the table. */
  private static final List<String> PLACE = List.of("company", "metric", "region", "period");

  private final Answer answer;
  private final List<MarkdownLine> lines = new ArrayList<>();

  private AnswerMarkdown(Answer answer) {
    this.answer = answer;
  }

  /**
   * The answer as Markdown.
   *
   * @param address the address of this service, such as {@code https://example.org}, before the
   *     path to cite; empty if it isn't known
   */
  public static String write(Answer answer, String address) {
    AnswerMarkdown markdown = new AnswerMarkdown(answer);
    markdown.collect();
    return markdown.text(address).toString();
  }

  private void collect() {
    for (AnswerRow row : answer.rows()) {
      lines(MarkdownLine.of(row), row.fields());
    }
    lines(MarkdownLine.ofRegion("remainder"), answer.remainder());
    for (NamedRemainder one : answer.named()) {
      lines(MarkdownLine.ofRegion("remainder: " + one.name()), one.fields());
    }
  }

  private void lines(MarkdownLine place, Map<RowField, RowValue> fields) {
    fields.forEach((field, value) -> place.lines(field.code(), value).forEach(lines::add));
  }

  private MarkdownText text(String address) {
    MarkdownText text = new MarkdownText().paragraph(answer.sentence());
    table(text);
    text.list(
        "Conclusions", bounded(answer.conclusions().stream().map(AnswerMarkdown::conclusion)));
    text.list("Findings", bounded(findings()));
    text.list("Sources", sources());
    return text.block("Cite as: " + address + AnswerJson.citation(answer));
  }

  private void table(MarkdownText text) {
    Set<String> common = common();
    text.paragraph(
        common.stream()
            .map(column -> column + ": " + lines.getFirst().cell(column))
            .collect(Collectors.joining(", ")));
    List<String> columns =
        MarkdownLine.COLUMNS.stream().filter(column -> !common.contains(column)).toList();
    text.table(
        columns,
        lines.stream()
            .limit(MOST_LINES)
            .map(line -> columns.stream().map(line::cell).toList())
            .toList());
    if (lines.size() > MOST_LINES) {
      text.paragraph(
          "The table shows %s of %s lines; the structured content has all. Ask about fewer regions or quarters for a shorter answer."
              .formatted(MOST_LINES, lines.size()));
    }
  }

  /** The columns of the place that have the same value in every line. */
  private Set<String> common() {
    return PLACE.stream()
        .filter(column -> lines.stream().map(line -> line.cell(column)).distinct().count() == 1)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String conclusion(Conclusion conclusion) {
    return "`%s`: %s"
        .formatted(conclusion.code().code(), MarkdownText.escaped(conclusion.message()));
  }

  private Stream<String> findings() {
    return answer.findings().stream()
        .map(finding ->
            "`%s`: %s".formatted(finding.code().code(), MarkdownText.escaped(finding.message())))
        .distinct();
  }

  private static List<String> bounded(Stream<String> items) {
    return items.limit(MOST_FINDINGS).toList();
  }

  private List<String> sources() {
    List<Source> all = List.copyOf(answer.sources().values());
    List<String> items =
        new ArrayList<>(all.stream().limit(MOST_SOURCES).map(AnswerMarkdown::source).toList());
    if (all.size() > MOST_SOURCES) {
      items.add("and %s more, in the structured content".formatted(all.size() - MOST_SOURCES));
    }
    return items;
  }

  private static String source(Source source) {
    return "%s, %s, published %s (%s)"
        .formatted(
            MarkdownText.link(source.title(), source.url()),
            MarkdownText.shortened(source.publisher()),
            source.published(),
            source.kind().code());
  }
}
