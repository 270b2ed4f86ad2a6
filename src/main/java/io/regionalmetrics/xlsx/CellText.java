package io.regionalmetrics.xlsx;

import java.util.regex.Pattern;

/** Texts in cells: which of them a spreadsheet could take for a formula, and how XML holds them. */
public final class CellText {
  /** The most characters that a cell holds. */
  private static final int MOST_CHARACTERS = 32_767;

  /** Includes the full-width signs, which some spreadsheets read like the others. */
  private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

  /** What XML would read as an escaped character, such as {@code _x0041_}. */
  private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final char UNREADABLE = '\uFFFD';

  private CellText() {}

  /**
   * Whether a spreadsheet could run a text as a formula: if it begins like one, with or without
   * spaces and invisible characters before it.
   */
  public static boolean isLikeFormula(String text) {
    int first = 0;
    while (first < text.length() && isSkipped(text.charAt(first))) {
      first++;
    }
    return first < text.length() && FORMULA_BEGINS.indexOf(text.charAt(first)) >= 0;
  }

  /** Spaces of any width, and characters without any, such as a byte order mark. */
  private static boolean isSkipped(char character) {
    return FORMULA_BEGINS.indexOf(character) < 0
        && (Character.isSpaceChar(character)
            || Character.isISOControl(character)
            || Character.getType(character) == Character.FORMAT);
  }

  /**
   * A text as a cell holds it: its first 32,767 characters, with an escape where a text looks like
   * one (ISO/IEC 29500-1, 22.9.2.19), and without characters that XML can't hold.
   */
  static String inCell(String text) {
    String escaped = text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F_") : text;
    String cell = escaped.codePoints().allMatch(CellText::isInXml) ? escaped : readable(escaped);
    return cell.length() <= MOST_CHARACTERS ? cell : shortened(cell);
  }

  private static String readable(String text) {
    StringBuilder readable = new StringBuilder();
    text.codePoints()
        .forEach(point -> readable.appendCodePoint(isInXml(point) ? point : UNREADABLE));
    return readable.toString();
  }

  private static String shortened(String cell) {
    int end = MOST_CHARACTERS - 1;
    boolean split = Character.isHighSurrogate(cell.charAt(end - 1));
    return cell.substring(0, split ? end - 1 : end) + "…";
  }

  /** Whether XML 1.0 can hold a character (section 2.2). */
  private static boolean isInXml(int point) {
    boolean lineOrTab = point == '\t' || point == '\n' || point == '\r';
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return lineOrTab || (point >= ' ' && !surrogate && point != '\uFFFE' && point != '\uFFFF');
  }
}
