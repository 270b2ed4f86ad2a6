package io.regionalmetrics.representation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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

  /** Adds a paragraph of escaped text, unless it is empty. */
  public MarkdownText paragraph(String content) {
    return block(escaped(content));
  }

  /** Adds a paragraph that is Markdown already. */
  MarkdownText block(String markdown) {
    if (!markdown.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(markdown);
    }
    return this;
  }

  /** Adds a heading and a list of at most so many items, which are Markdown already. */
  void list(String heading, Collection<String> items, int most) {
    StringBuilder list = new StringBuilder();
    int shown = 0;
    for (String item : items) {
      if (shown++ < most) {
        list.append("\n- ").append(item);
      }
    }
    String more = shown > most ? "\n- and " + (shown - most) + " more" : "";
    block(items.isEmpty() ? "" : heading + ":" + list + more);
  }

  /**
   * Adds a table of escaped cells, unless it has no lines. Columns without a text are left out.
   *
   * @param columns the names of the columns
   * @param lines a cell for each column
   * @param left the indexes of more columns to leave out
   */
  public MarkdownText table(List<String> columns, List<List<String>> lines, Set<Integer> left) {
    StringBuilder[] table = new StringBuilder[lines.size() + 2];
    Arrays.setAll(table, line -> new StringBuilder("|"));
    for (int i = 0; i < columns.size(); i++) {
      if (!left.contains(i) && hasText(lines, i)) {
        table[0].append(" ").append(columns.get(i)).append(" |");
        table[1].append("---|");
        for (int j = 0; j < lines.size(); j++) {
          table[j + 2].append(" ").append(shortened(lines.get(j).get(i))).append(" |");
        }
      }
    }
    return block(lines.isEmpty() ? "" : String.join("\n", table));
  }

  private static boolean hasText(List<List<String>> lines, int column) {
    for (List<String> line : lines) {
      if (!line.get(column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A link; only its text, if the address isn't one of the web. */
  static String link(String content, String address) {
    String shown = shortened(content);
    return ADDRESS.matcher(address).matches() ? "[" + shown + "](" + address + ")" : shown;
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
