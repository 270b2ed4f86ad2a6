package io.regionalmetrics.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a sheet, and the addresses that its links lead to. */
final class SheetPart {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** Days are counted from here; the calendar of spreadsheets is right from March 1900 on. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final LocalDate FIRST_RIGHT_DAY = LocalDate.of(1900, 3, 1);

  private final Sheet sheet;
  private final CellStyles styles;
  private final Markup xml = new Markup();
  private final Map<CellAddress, WebAddress> links = new LinkedHashMap<>();

  SheetPart(Sheet sheet, CellStyles styles) {
    this.sheet = sheet;
    this.styles = styles;
  }

  /** The sheet. */
  byte[] bytes() {
    xml.open("worksheet", "xmlns", MAIN, "xmlns:r", RELATIONS);
    xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    view();
    xml.empty("sheetFormatPr", "defaultRowHeight", Integer.toString(RowHeight.OF_A_LINE));
    columns();
    xml.open("sheetData");
    for (int row = 0; row < sheet.rows().size(); row++) {
      row(row, sheet.rows().get(row));
    }
    xml.close("sheetData");
    filter();
    links();
    xml.empty("pageSetup", "paperSize", "9", "orientation", "landscape", "fitToHeight", "0");
    return xml.close("worksheet").bytes();
  }

  private void view() {
    xml.open("sheetViews").open("sheetView", "workbookViewId", "0");
    if (sheet.heading()) {
      CellAddress first = new CellAddress(sheet.frozenColumns(), 1);
      String pane = sheet.frozenColumns() > 0 ? "bottomRight" : "bottomLeft";
      List<String> split = new ArrayList<>();
      if (sheet.frozenColumns() > 0) {
        split.addAll(List.of("xSplit", Integer.toString(sheet.frozenColumns())));
      }
      split.addAll(List.of("ySplit", "1", "topLeftCell", first.toString()));
      split.addAll(List.of("activePane", pane, "state", "frozen"));
      xml.empty("pane", split.toArray(String[]::new));
    }
    xml.close("sheetView").close("sheetViews");
  }

  private void columns() {
    xml.open("cols");
    for (int column = 0; column < sheet.widths().size(); column++) {
      String number = Integer.toString(column + 1);
      String width = Integer.toString(sheet.widths().get(column));
      xml.empty("col", "min", number, "max", number, "width", width, "customWidth", "1");
    }
    xml.close("cols");
  }

  private void row(int row, List<SheetCell> cells) {
    int height = RowHeight.of(cells, sheet.widths());
    String points = Integer.toString(height);
    String own = height > RowHeight.OF_A_LINE ? "1" : "0";
    xml.open("row", "r", Integer.toString(row + 1), "ht", points, "customHeight", own);
    for (int column = 0; column < cells.size(); column++) {
      cell(new CellAddress(column, row), cells.get(column));
    }
    xml.close("row");
  }

  private void cell(CellAddress address, SheetCell cell) {
    switch (cell) {
      case SheetCell.Text(String text, CellLook look) -> {
        if (!text.isEmpty()) {
          text(address, text, look);
        }
      }
      case SheetCell.Link(String text, WebAddress target) -> {
        links.put(address, target);
        text(address, text, CellLook.LINK);
      }
      case SheetCell.Amount(BigDecimal value, int decimals, CellLook look) ->
          number(address, CellStyle.number(look, decimals), value);
      case SheetCell.Computed computed -> computed(address, computed);
      case SheetCell.Day(LocalDate day) -> day(address, day);
    }
  }

  private void text(CellAddress address, String text, CellLook look) {
    String style = style(CellStyle.text(look, CellText.isLikeFormula(text)));
    xml.open("c", "r", address.toString(), "s", style, "t", "inlineStr").open("is");
    xml.element("t", CellText.inCell(text), "xml:space", "preserve");
    xml.close("is").close("c");
  }

  private void number(CellAddress address, CellStyle style, BigDecimal value) {
    xml.open("c", "r", address.toString(), "s", style(style));
    xml.element("v", plain(value)).close("c");
  }

  private void computed(CellAddress address, SheetCell.Computed cell) {
    CellStyle style = CellStyle.number(CellLook.PLAIN, cell.decimals());
    xml.open("c", "r", address.toString(), "s", style(style));
    xml.element("f", cell.formula()).element("v", plain(cell.value())).close("c");
  }

  private void day(CellAddress address, LocalDate day) {
    if (day.isBefore(FIRST_RIGHT_DAY)) {
      text(address, day.toString(), CellLook.WORDS);
    } else {
      long days = ChronoUnit.DAYS.between(DAY_ZERO, day);
      number(address, CellStyle.day(), BigDecimal.valueOf(days));
    }
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private String style(CellStyle style) {
    return Integer.toString(styles.number(style));
  }

  private void filter() {
    if (sheet.heading()) {
      CellAddress last =
          new CellAddress(sheet.widths().size() - 1, Math.max(1, sheet.rows().size() - 1));
      xml.empty("autoFilter", "ref", "A1:" + last);
    }
  }

  private void links() {
    if (links.isEmpty()) {
      return;
    }
    xml.open("hyperlinks");
    int number = 0;
    for (CellAddress address : links.keySet()) {
      number++;
      xml.empty("hyperlink", "ref", address.toString(), "r:id", "rId" + number);
    }
    xml.close("hyperlinks");
  }

  /** The addresses that the links lead to; to be called after {@link #bytes}. */
  byte[] relations() {
    PackageRelations relations = new PackageRelations();
    links.values().forEach(target -> relations.addLink(target.toString()));
    return relations.bytes();
  }

  /** Whether any cell is a link; to be called after {@link #bytes}. */
  boolean hasLinks() {
    return !links.isEmpty();
  }
}
