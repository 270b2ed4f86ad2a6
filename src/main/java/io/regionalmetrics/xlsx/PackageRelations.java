package io.regionalmetrics.xlsx;

/**
 * What a part of the file refers to, numbered from {@code rId1} on (ISO/IEC 29500-2, clause 6.5).
 */
final class PackageRelations {
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Markup xml =
      new Markup()
          .open(
              "Relationships",
              "xmlns",
              "http://schemas.openxmlformats.org/package/2006/relationships");
  private int count;

  /** Adds another part of the file. */
  PackageRelations add(String kind, String target) {
    xml.empty("Relationship", "Id", next(), "Type", TYPE + kind, "Target", target);
    return this;
  }

  /** Adds an address outside the file. */
  void addLink(String target) {
    xml.empty(
        "Relationship",
        "Id",
        next(),
        "Type",
        TYPE + "hyperlink",
        "Target",
        target,
        "TargetMode",
        "External");
  }

  private String next() {
    count++;
    return "rId" + count;
  }

  byte[] bytes() {
    return xml.close("Relationships").bytes();
  }
}
