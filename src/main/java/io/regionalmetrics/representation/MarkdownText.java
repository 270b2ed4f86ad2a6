package io.regionalmetrics.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Builds a text in Markdown (CommonMark, with the tables of GitHub). Texts from elsewhere, such as
 * titles of sources, can't become markup: what would be read as such is escaped.
 */
public final class MarkdownText {
  /** The limit on the characters of a text from elsewhere. */
  private static final int MOST_CHARACTERS = 400;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*\\[\\]<>|]");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s()<>\"\\\\]+");

  private final StringBuilder text = new StringBuilder();

  /** Adds a paragraph of escaped text. */
  public MarkdownText paragraph(String content) {
    return block(escaped(content));
  }

  /** Adds a paragraph that is Markdown already. */
  MarkdownText block(String markdown) {
    if (!markdown.isBlank()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(markdown);
    }
    return this;
  }

  /** Adds a heading and a list, unless the list is empty. Its items are Markdown already. */
  MarkdownText list(String heading, List<String> items) {
    return items.isEmpty()
        ? this
        : block(
            items.stream()
                .map(item -> "\n- " + item)
                .collect(Collectors.joining("", heading + ":", "")));
  }

  /**
   * Adds a table of escaped cells. Columns in which every cell is empty are left out.
   *
   * @param columns the names of the columns
   * @param rows a cell for each column
   */
  public MarkdownText table(List<String> columns, List<List<String>> rows) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        shown.add(column);
      }
    }
    if (shown.isEmpty()) {
      return this;
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, shown));
    lines.add("|" + "---|".repeat(shown.size()));
    rows.forEach(row -> lines.add(line(row, shown)));
    return block(String.join("\n", lines));
  }

  private static String line(List<String> cells, List<Integer> shown) {
    return shown.stream()
        .map(column -> shortened(cells.get(column)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** A link; only its text, if the address isn't one of the web. */
  static String link(String content, Optional<String> address) {
    return address
        .filter(one -> ADDRESS.matcher(one).matches())
        .map(one -> "[%s](%s)".formatted(shortened(content), one))
        .orElse(shortened(content));
  }

  /** A text in which nothing is markup, on one line. */
  static String escaped(String content) {
    String line = SPACES.matcher(content).replaceAll(" ").strip();
    return MARKUP.matcher(line).replaceAll("\\\\$0");
  }

  /** The same, of at most 400 characters. */
  static String shortened(String content) {
    return escaped(
        content.length() > MOST_CHARACTERS ? content.substring(0, MOST_CHARACTERS) + "…" : content);
  }

  /** The text. */
  @Override
  public String toString() {
    return text.toString();
  }
}
