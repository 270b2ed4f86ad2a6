package io.regionalmetrics.integration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook as a spreadsheet reads it: the cells of each sheet by their addresses. */
final class OpenedWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, Map<String, Cell>> sheets = new LinkedHashMap<>();

  /**
   * A cell.
   *
   * @param formula the formula without the equals sign; empty if the cell has none
   * @param text the text, or the number as it is written; for a formula, the value beside it
   * @param isText whether it is a text
   * @param style the number of its style
   */
  record Cell(Optional<String> formula, String text, boolean isText, int style) {
    double number() {
      return Double.parseDouble(text);
    }
  }

  /** Opens the workbook of a reply. */
  OpenedWorkbook(Service.Reply reply) {
    this(reply.response().body());
  }

  /** Opens the workbook in a file's bytes. */
  OpenedWorkbook(byte[] file) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Element> names = elements(xml("xl/workbook.xml"), "sheet");
    for (int i = 0; i < names.size(); i++) {
      sheets.put(names.get(i).getAttribute("name"), cells(i + 1));
    }
  }

  private Map<String, Cell> cells(int sheet) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Element cell : elements(xml("xl/worksheets/sheet%s.xml".formatted(sheet)), "c")) {
      cells.put(cell.getAttribute("r"), cell(cell));
    }
    return cells;
  }

  private static Cell cell(Element cell) {
    boolean isText = cell.getAttribute("t").equals("inlineStr");
    return new Cell(
        elements(cell, "f").stream().findFirst().map(Element::getTextContent),
        elements(cell, isText ? "t" : "v").getFirst().getTextContent(),
        isText,
        Integer.parseInt(cell.getAttribute("s")));
  }

  private Element xml(String part) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      byte[] bytes = part(part).getBytes(StandardCharsets.UTF_8);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes))
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(part, e);
    }
  }

  private static List<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagNameNS(MAIN, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** A part of the file as text. */
  String part(String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new AssertionError("no part '%s' in %s".formatted(name, parts.keySet()));
    }
    return part;
  }

  /** The names of the sheets, in their order. */
  List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  /** The cells of a sheet by address. */
  Map<String, Cell> cells(String sheet) {
    return sheets.getOrDefault(sheet, Map.of());
  }

  /** The cell at an address such as {@code Figures!E2}. */
  Cell at(String place) {
    String[] parts = place.replace("$", "").split("!", 2);
    Cell cell = cells(parts[0]).get(parts[1]);
    if (cell == null) {
      throw new AssertionError("no cell at " + place);
    }
    return cell;
  }

  /** The rows of a table below its header: each cell's text by the name of its column. */
  List<Map<String, String>> rows(String sheet) {
    Map<Integer, Map<String, String>> table = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    cells(sheet)
        .forEach((address, cell) -> {
          int row = Integer.parseInt(address.replaceAll("[A-Z]", ""));
          String column = address.replaceAll("[0-9]", "");
          if (row == 1) {
            names.put(column, cell.text());
          } else {
            table
                .computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .put(names.getOrDefault(column, column), cell.text());
          }
        });
    return List.copyOf(table.values());
  }

  /** The format of a cell's number, or {@code General}. */
  String format(Cell cell) {
    Element style = styles().get(cell.style());
    return elements(xml("xl/styles.xml"), "numFmt").stream()
        .filter(one -> one.getAttribute("numFmtId").equals(style.getAttribute("numFmtId")))
        .findFirst()
        .map(one -> one.getAttribute("formatCode"))
        .orElse("General");
  }

  /** Whether a spreadsheet keeps a cell a text even if somebody edits it. */
  boolean isQuoted(Cell cell) {
    return styles().get(cell.style()).getAttribute("quotePrefix").equals("1");
  }

  private List<Element> styles() {
    return elements(elements(xml("xl/styles.xml"), "cellXfs").getFirst(), "xf");
  }
}
