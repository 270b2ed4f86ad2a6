package io.regionalmetrics.xlsx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The styles that the cells of a workbook use, each once. */
final class CellStyles {
  /** Lower numbers are formats that every spreadsheet knows. */
  private static final int FIRST_FORMAT = 164;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final int GREY = 2;
  private static final List<CellLook> LOOKS = List.of(CellLook.values());
  private static final List<String> APPLIED =
      List.of("applyNumberFormat", "applyFont", "applyFill", "applyAlignment");

  private final Map<CellStyle, Integer> numbers = new LinkedHashMap<>();
  private final List<String> formats = new ArrayList<>();

  CellStyles() {
    number(CellStyle.text(CellLook.PLAIN, false));
  }

  /** The number of a style. */
  int number(CellStyle style) {
    if (!style.isGeneral() && !formats.contains(style.format())) {
      formats.add(style.format());
    }
    return numbers.computeIfAbsent(style, _ -> numbers.size());
  }

  /** The style sheet. */
  byte[] part() {
    Markup xml = new Markup().open("styleSheet", "xmlns", MAIN);
    formats(xml);
    faces(xml);
    xml.open("cellStyleXfs", "count", "1")
        .empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")
        .close("cellStyleXfs");
    xml.open("cellXfs", "count", Integer.toString(numbers.size()));
    numbers.keySet().forEach(style -> write(xml, style));
    xml.close("cellXfs").open("cellStyles", "count", "1");
    xml.empty("cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0");
    return xml.close("cellStyles").close("styleSheet").bytes();
  }

  private void formats(Markup xml) {
    if (formats.isEmpty()) {
      return;
    }
    xml.open("numFmts", "count", Integer.toString(formats.size()));
    for (String format : formats) {
      xml.empty("numFmt", "numFmtId", id(format), "formatCode", format);
    }
    xml.close("numFmts");
  }

  private String id(String format) {
    return Integer.toString(FIRST_FORMAT + formats.indexOf(format));
  }

  private static void faces(Markup xml) {
    xml.open("fonts", "count", Integer.toString(LOOKS.size()));
    LOOKS.forEach(look -> xml.raw(look.font()));
    xml.close("fonts").open("fills", "count", "3");
    Stream.of("none", "gray125").forEach(kind -> fill(xml, kind, ""));
    fill(xml, "solid", "<fgColor rgb=\"FFE8ECF1\"/>");
    xml.close("fills").open("borders", "count", "1").empty("border").close("borders");
  }

  private static void fill(Markup xml, String kind, String colour) {
    xml.open("fill").open("patternFill", "patternType", kind).raw(colour);
    xml.close("patternFill").close("fill");
  }

  private void write(Markup xml, CellStyle style) {
    String format = style.isGeneral() ? "0" : id(style.format());
    String font = Integer.toString(LOOKS.indexOf(style.look()));
    String fill = Integer.toString(style.look() == CellLook.HEADER ? GREY : 0);
    List<String> attributes = new ArrayList<>(List.of("numFmtId", format, "fontId", font));
    attributes.addAll(List.of("fillId", fill, "borderId", "0", "xfId", "0"));
    attributes.addAll(List.of("quotePrefix", style.quoted() ? "1" : "0"));
    APPLIED.forEach(name -> attributes.addAll(List.of(name, "1")));
    xml.open("xf", attributes.toArray(String[]::new)).raw(style.look().alignment()).close("xf");
  }
}
