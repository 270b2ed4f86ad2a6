package io.regionalmetrics.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The content of a cell. */
public sealed interface SheetCell {
  /** A cell without content. */
  SheetCell EMPTY = new Text("", CellLook.PLAIN);

  /** How many characters a reader needs to see all of it; long texts need several lines. */
  int width();

  /**
   * A text. It stays a text whatever it begins with.
   *
   * @param text the text, of which a cell holds the first 32,767 characters
   */
  record Text(String text, CellLook look) implements SheetCell {
    @Override
    public int width() {
      return text.length();
    }
  }

  /**
   * A text that leads to a web page.
   *
   * @param address an address that {@link WebAddress} accepts
   */
  record Link(String text, WebAddress address) implements SheetCell {
    @Override
    public int width() {
      return text.length();
    }
  }

  /**
   * A number. A spreadsheet keeps about 15 of its digits.
   *
   * @param decimals how many digits to show after the point
   */
  record Amount(BigDecimal value, int decimals, CellLook look) implements SheetCell {
    @Override
    public int width() {
      return CellFormat.width(value, decimals);
    }
  }

  /**
   * A number that a formula computes.
   *
   * @param formula the formula without the equals sign
   * @param value what it computes, for programs that read without computing
   * @param decimals how many digits to show after the point
   */
  record Computed(String formula, BigDecimal value, int decimals) implements SheetCell {
    @Override
    public int width() {
      return CellFormat.width(value, decimals);
    }
  }

  /** A day. */
  record Day(LocalDate day) implements SheetCell {
    @Override
    public int width() {
      return day.toString().length();
    }
  }

  /** A text without emphasis. */
  static SheetCell text(String text) {
    return new Text(text, CellLook.PLAIN);
  }

  /** A text that may need several lines. */
  static SheetCell words(String text) {
    return new Text(text, CellLook.WORDS);
  }

  /** The name of a column. */
  static SheetCell header(String text) {
    return new Text(text, CellLook.HEADER);
  }

  /** An address as a link; as a text if it is no safe web address. */
  static SheetCell link(String address) {
    return link(address, address);
  }

  /** A text that leads to an address; only the text if it is no safe web address. */
  static SheetCell link(String text, String address) {
    return WebAddress.of(address)
        .<SheetCell>map(safe -> new Link(text, safe))
        .orElseGet(() -> words(text));
  }
}
