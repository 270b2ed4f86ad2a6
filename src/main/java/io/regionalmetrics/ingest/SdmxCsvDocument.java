package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.CsvTable.Row;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an SDMX-CSV 2.0 document: one row for each observation, with its source. The value is
 * OBS_VALUE x 10^UNIT_MULT, and its decimals are DECIMALS - UNIT_MULT: 106 with UNIT_MULT 6 and
 * DECIMALS 0 is 106,000,000, exact to the million. Texts lose surplus spaces, as in any document.
 */
final class SdmxCsvDocument {
  private static final Set<String> STRUCTURES =
      Set.of("dataflow", "datastructure", "dataprovision", "provisionagreement");
  private static final Set<String> ACTIONS = Set.of("I", "A", "M", "R");
  private static final int MAX_SCALE = 1_000;

  private SdmxCsvDocument() {}

  /**
   * The rows of one source.
   *
   * @param row the number of the first row
   */
  private record Group(
      int row, Map<String, WrittenValue> source, List<DocumentFields> observations) {}

  /** Returns a document for each source, as if it had been written in JSON. */
  static List<DocumentFields> read(CsvTable table, DocumentFaults faults) {
    List<Row> rows = table.only(SdmxColumn.names(), faults).rows();
    DocumentLimits.refuseTooMany(rows.size());
    Map<Map<String, WrittenValue>, Group> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      checkStructure(row, faults);
      checkAction(row, faults);
      Map<String, WrittenValue> source = members(row, true);
      groups
          .computeIfAbsent(source, same -> new Group(row.number(), same, new ArrayList<>()))
          .observations()
          .add(observation(row, faults));
    }
    if (groups.isEmpty()) {
      faults.add(Reason.MALFORMED, "row 2", "is missing: the document is empty");
    }
    return groups.values().stream().map(group -> document(group, faults)).toList();
  }

  /** Returns the observations of all sources. */
  static List<DocumentFields> observations(CsvTable table, DocumentFaults faults) {
    return table.only(SdmxColumn.names(), faults).rows().stream()
        .map(row -> observation(row, faults))
        .toList();
  }

  private static DocumentFields observation(Row row, DocumentFaults faults) {
    return new DocumentFields(place(row), scaled(row, members(row, false), faults), faults);
  }

  private static DocumentFields document(Group group, DocumentFaults faults) {
    DocumentFields source = new DocumentFields("row " + group.row(), group.source(), faults);
    return new DocumentFields("", Map.of(), faults)
        .withObjects("source", List.of(source))
        .withObjects("observations", group.observations());
  }

  private static String place(Row row) {
    return "row " + row.number();
  }

  private static String cell(Row row, SdmxColumn column) {
    return row.cells().getOrDefault(column.name(), "");
  }

  private static void checkStructure(Row row, DocumentFaults faults) {
    String structure = cell(row, SdmxColumn.STRUCTURE);
    if (!structure.isEmpty() && !STRUCTURES.contains(structure.toLowerCase(Locale.ROOT))) {
      faults.add(
          Reason.MALFORMED,
          place(row) + ".STRUCTURE",
          "'%s' is not a structure of SDMX-CSV 2.0; use dataflow".formatted(structure));
    }
  }

  private static void checkAction(Row row, DocumentFaults faults) {
    String action = cell(row, SdmxColumn.ACTION);
    if (action.equals("D")) {
      faults.add(
          Reason.SENSELESS,
          place(row) + ".ACTION",
          "D (delete) is not supported, since published figures are kept; to withdraw one, send a row from a newer source with OBS_STATUS O and no OBS_VALUE");
    } else if (!action.isEmpty() && !ACTIONS.contains(action)) {
      faults.add(
          Reason.MALFORMED,
          place(row) + ".ACTION",
          "'%s' is not one of I, A, M, R%s".formatted(action, Codes.suggestion(action, ACTIONS)));
    }
  }

  private static Map<String, WrittenValue> members(Row row, boolean ofSource) {
    Map<String, WrittenValue> members = new LinkedHashMap<>();
    for (SdmxColumn column : SdmxColumn.values()) {
      String cell = cell(row, column);
      if (!cell.isEmpty() && !column.member().isEmpty() && column.isOfSource() == ofSource) {
        members.put(column.member(), raw(column, cell));
      }
    }
    return members;
  }

  private static WrittenValue raw(SdmxColumn column, String cell) {
    return CsvTable.NUMBERS.contains(column.name())
        ? CsvTable.number(cell)
        : new WrittenValue.Text(cell);
  }

  /** Applies UNIT_MULT to the numbers and the decimals. */
  private static Map<String, WrittenValue> scaled(
      Row row, Map<String, WrittenValue> members, DocumentFaults faults) {
    String written = cell(row, SdmxColumn.UNIT_MULT);
    if (written.isEmpty()) {
      return members;
    }
    Optional<Integer> power = power(written);
    if (power.isEmpty()) {
      faults.add(
          Reason.MALFORMED,
          place(row) + ".UNIT_MULT",
          "'%s' is not a whole number from -18 to 18".formatted(written));
      return members;
    }
    return scaled(members, power.get());
  }

  /** The power of ten, which some programs write with a decimal: 6.0. */
  private static Optional<Integer> power(String written) {
    return Optional.of(written)
        .filter(text -> text.matches("-?[0-9]{1,2}(\\.0+)?"))
        .map(text -> new BigDecimal(text).intValue())
        .filter(power -> Math.abs(power) <= Precision.MOST_DECIMALS);
  }

  private static Map<String, WrittenValue> scaled(Map<String, WrittenValue> members, int power) {
    Map<String, WrittenValue> scaled = new LinkedHashMap<>(members);
    for (String name : List.of("value", "low", "high")) {
      scaled.computeIfPresent(name, (n, number) -> number.times(power));
    }
    scaled.computeIfPresent("decimals", (name, decimals) -> less(decimals, power));
    return scaled;
  }

  private static WrittenValue less(WrittenValue decimals, int power) {
    return decimals instanceof WrittenValue.Digits(String written, int none)
            && Math.abs((long) new BigDecimal(written).scale()) < MAX_SCALE
        ? new WrittenValue.Digits(
            new BigDecimal(written).subtract(BigDecimal.valueOf(power)).toString())
        : decimals;
  }
}
