package io.regionalmetrics.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Estimates the width of text in the sans-serif font of the reader, which is not known. The
 * estimate is rather too wide than too narrow, so that texts never overlap: an ASCII character has
 * the larger of its advance widths in Arial and DejaVu Sans, any other Latin character 0.85 em, and
 * all others, such as Japanese ones, 1 em.
 */
final class TextMetrics {
  /** Widths of the characters from space to tilde, in thousandths of an em. */
  private static final int[] ASCII = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667, 611, 732, 684, 989, 685,
    667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
  };

  private static final int EM = 1000;
  private static final int LATIN = 850;
  private static final int LAST_LATIN = 0x24F;

  /** From this code point on, most scripts are written without spaces. */
  private static final int FIRST_WIDE = 0x2E80;

  private static final String ELLIPSIS = "…";

  private TextMetrics() {}

  /** The width of a text in pixels. */
  static double width(String text, FontStyle style) {
    long thousandths = text.codePoints().map(TextMetrics::advance).asLongStream().sum();
    return thousandths * style.size() * style.breadth() / EM;
  }

  /** The width of the widest of some texts in pixels; 0 if there are none. */
  static double widest(Stream<String> texts, FontStyle style) {
    return texts.mapToDouble(text -> width(text, style)).max().orElse(0);
  }

  private static int advance(int character) {
    if (character >= ' ' && character < ' ' + ASCII.length) {
      return ASCII[character - ' '];
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return character <= LAST_LATIN ? LATIN : EM;
  }

  /** A text, or its beginning and an ellipsis if not all of it fits. */
  static String cut(String text, FontStyle style, double room) {
    if (width(text, style) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end).strip() + ELLIPSIS, style) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + ELLIPSIS;
  }

  /**
   * Breaks a text into lines, at spaces and between wide characters.
   *
   * @param most the maximum number of lines; the last line is cut
   */
  static List<String> wrap(String text, FontStyle style, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most - 1) {
      int end = end(rest, style, room);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(cut(rest, style, room));
    }
    return lines;
  }

  /** The end of the first line: the index after its last character. */
  private static int end(String text, FontStyle style, double room) {
    int last = 0;
    int fits = 0;
    int next;
    for (int i = 0; i < text.length(); i = next) {
      next = text.offsetByCodePoints(i, 1);
      if (width(text.substring(0, next).strip(), style) > room) {
        return last > 0 ? last : Math.max(fits, text.offsetByCodePoints(0, 1));
      }
      fits = next;
      if (text.charAt(i) == ' ' || text.codePointAt(i) >= FIRST_WIDE) {
        last = next;
      }
    }
    return text.length();
  }
}
