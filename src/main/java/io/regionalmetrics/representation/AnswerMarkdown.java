package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.model.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes an answer as Markdown, for assistants: the sentence, a table with the lines of CSV, the
 * findings, and the sources with their links. A long table is cut; the JSON has all of it.
 */
public final class AnswerMarkdown {
  /** More would fill an assistant's memory, and it has the JSON too. */
  private static final int MOST_LINES = 80;

  private static final int MOST_ITEMS = 20;

  /** What all lines have in common is said once, above the table. */
  private static final Set<String> PLACE = Set.of("company", "metric", "region", "period");

  /** What the sentence and the list of sources say already. */
  private static final Set<String> LEFT_OUT = Set.of("comparison", "sources");

  private final Answer answer;
  private final List<List<String>> lines;
  private final MarkdownText text = new MarkdownText();

  private AnswerMarkdown(Answer answer) {
    this.answer = answer;
    this.lines = AnswerCsv.lines(answer);
  }

  /**
   * The answer as Markdown.
   *
   * @param address the address of this service, such as {@code https://example.org}, before the
   *     path to cite; empty if it isn't known
   */
  public static String write(Answer answer, String address) {
    AnswerMarkdown markdown = new AnswerMarkdown(answer);
    markdown.text.paragraph(answer.sentence());
    markdown.table();
    markdown.findings();
    markdown.sources();
    return markdown.text.block("Cite as: " + address + AnswerJson.citation(answer)).toString();
  }

  private void table() {
    List<String> common = new ArrayList<>();
    Set<Integer> left = new HashSet<>();
    for (int i = 0; i < CsvLine.COLUMNS.size(); i++) {
      String column = CsvLine.COLUMNS.get(i);
      boolean isCommon = PLACE.contains(column) && isCommon(i);
      if (isCommon) {
        common.add(column + ": " + lines.getFirst().get(i));
      }
      if (isCommon || LEFT_OUT.contains(column)) {
        left.add(i);
      }
    }
    text.paragraph(String.join(", ", common));
    text.table(CsvLine.COLUMNS, lines.subList(0, Math.min(MOST_LINES, lines.size())), left);
    if (lines.size() > MOST_LINES) {
      text.paragraph(
          "The table shows %s of %s lines; the structured content has all. Ask about fewer regions or quarters for a shorter answer."
              .formatted(MOST_LINES, lines.size()));
    }
  }

  /** Whether all lines have the same cell in a column. */
  private boolean isCommon(int column) {
    for (List<String> line : lines) {
      if (!line.get(column).equals(lines.getFirst().get(column))) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  private void findings() {
    Set<String> items = new LinkedHashSet<>();
    for (Finding finding : answer.findings()) {
      items.add("`" + finding.code().code() + "`: " + MarkdownText.escaped(finding.message()));
    }
    text.list("Findings", items, MOST_ITEMS);
  }

  private void sources() {
    List<String> items = new ArrayList<>();
    for (Source source : answer.sources().values()) {
      items.add(
          "%s, %s, published %s (%s)"
              .formatted(
                  MarkdownText.link(source.title(), source.url().orElse("")),
                  MarkdownText.shortened(source.publisher()),
                  source.published(),
                  source.kind().code()));
    }
    text.list("Sources", items, MOST_ITEMS);
  }
}
