package io.regionalmetrics.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook as a file (Office Open XML, ISO/IEC 29500). The same sheets make the same
 * bytes, so that caches recognize them.
 */
public final class WorkbookFile {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** The first day that a zip file can hold. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Sheet> sheets;
  private final CellStyles styles = new CellStyles();

  private WorkbookFile(List<Sheet> sheets) {
    this.sheets = sheets;
  }

  /** A workbook with some sheets, in their order. */
  public static byte[] of(List<Sheet> sheets) {
    WorkbookFile file = new WorkbookFile(sheets);
    try (ZipOutputStream zip = new ZipOutputStream(file.bytes)) {
      file.write(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.bytes.toByteArray();
  }

  private void write(ZipOutputStream zip) throws IOException {
    put(zip, "[Content_Types].xml", types());
    put(
        zip,
        "_rels/.rels",
        new PackageRelations().add("officeDocument", "xl/workbook.xml").bytes());
    put(zip, "xl/workbook.xml", workbook());
    put(zip, "xl/_rels/workbook.xml.rels", relations());
    for (int i = 0; i < sheets.size(); i++) {
      sheet(zip, sheets.get(i), "sheet%s.xml".formatted(i + 1));
    }
    put(zip, "xl/styles.xml", styles.part());
  }

  private void sheet(ZipOutputStream zip, Sheet sheet, String name) throws IOException {
    SheetPart part = new SheetPart(sheet, styles);
    put(zip, "xl/worksheets/" + name, part.bytes());
    if (part.hasLinks()) {
      put(zip, "xl/worksheets/_rels/" + name + ".rels", part.relations());
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] part) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(part);
    zip.closeEntry();
  }

  private byte[] types() {
    Markup xml = new Markup().open("Types", "xmlns", TYPES);
    xml.empty(
        "Default",
        "Extension",
        "rels",
        "ContentType",
        "application/vnd.openxmlformats-package.relationships+xml");
    type(xml, "/xl/workbook.xml", "sheet.main");
    type(xml, "/xl/styles.xml", "styles");
    for (int i = 1; i <= sheets.size(); i++) {
      type(xml, "/xl/worksheets/sheet%s.xml".formatted(i), "worksheet");
    }
    return xml.close("Types").bytes();
  }

  private static void type(Markup xml, String part, String kind) {
    xml.empty("Override", "PartName", part, "ContentType", SPREADSHEET + kind + "+xml");
  }

  private byte[] workbook() {
    Markup xml = new Markup().open("workbook", "xmlns", MAIN, "xmlns:r", RELATIONS);
    xml.raw("<bookViews><workbookView/></bookViews>").open("sheets");
    for (int i = 1; i <= sheets.size(); i++) {
      String number = Integer.toString(i);
      xml.empty(
          "sheet", "name", sheets.get(i - 1).name(), "sheetId", number, "r:id", "rId" + number);
    }
    xml.close("sheets");
    printTitles(xml);
    return xml.empty("calcPr", "fullCalcOnLoad", "1").close("workbook").bytes();
  }

  /** Repeats the first row of each table on every printed page. */
  private void printTitles(Markup xml) {
    xml.open("definedNames");
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).heading()) {
        String place = Integer.toString(i);
        String rows = sheets.get(i).name() + "!$1:$1";
        xml.element("definedName", rows, "name", "_xlnm.Print_Titles", "localSheetId", place);
      }
    }
    xml.close("definedNames");
  }

  private byte[] relations() {
    PackageRelations relations = new PackageRelations();
    for (int i = 1; i <= sheets.size(); i++) {
      relations.add("worksheet", "worksheets/sheet%s.xml".formatted(i));
    }
    return relations.add("styles", "styles.xml").bytes();
  }
}
