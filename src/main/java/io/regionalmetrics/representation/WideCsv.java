package io.regionalmetrics.representation;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a series as a table for charts: a line for each period, a column for each region, one
 * figure in a cell. A missing figure is an empty cell.
 *
 * <p>A column is named by its region. Where there is more to tell apart, the company stands before
 * it and the field behind it: {@code apple:JP yoy}.
 */
final class WideCsv {
  private static final String LEVEL = "level";

  private final Answer answer;
  private final Set<RowField> fields = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final Map<String, Map<String, String>> lines = new TreeMap<>();
  private final Map<RowField, Set<Unit>> units = new LinkedHashMap<>();

  private WideCsv(Answer answer) {
    this.answer = answer;
    boolean hasLevel = parameter("transform").contains(LEVEL);
    answer.rows().forEach(row -> fields.addAll(row.fields().keySet()));
    if (!hasLevel) {
      fields.remove(RowField.VALUE);
    }
  }

  /**
   * The table: a header with the names of the columns, then the periods, oldest first.
   *
   * @throws io.regionalmetrics.refusal.Refusal if figures of one field are in several units, since
   *     no column says which
   */
  static String write(Answer answer) {
    WideCsv csv = new WideCsv(answer);
    answer.rows().forEach(csv::add);
    csv.refuseSeveralUnits();
    return csv.text();
  }

  private void add(AnswerRow row) {
    Map<String, String> line =
        lines.computeIfAbsent(row.period().toString(), _ -> new LinkedHashMap<>());
    for (RowField field : fields) {
      String column = name(row, field);
      columns.add(column);
      row.known(field)
          .ifPresent(known -> {
            units.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(known.figure().unit());
            line.put(column, CsvLine.number(known.figure().value()));
          });
    }
  }

  private String name(AnswerRow row, RowField field) {
    String company = parameter("company").size() > 1 ? row.company() + ":" : "";
    String what = fields.size() > 1 ? " " + field.code() : "";
    return company + row.region() + what;
  }

  private List<String> parameter(String name) {
    return answer.question().getOrDefault(name, List.of());
  }

  private void refuseSeveralUnits() {
    units.forEach((field, several) -> {
      if (several.size() > 1) {
        throw Layout.refused(
            "wide has no column for units, and %s is in %s; ask for %s, or leave layout out"
                .formatted(field.code(), codes(several), oneUnit(several)));
      }
    });
  }

  private static String codes(Set<Unit> units) {
    return units.stream().map(Unit::code).collect(Collectors.joining(", "));
  }

  private static String oneUnit(Set<Unit> units) {
    return units.stream().allMatch(Unit::isMoney)
        ? "one currency, such as currency=" + units.iterator().next().currency()
        : "one company at a time";
  }

  private String text() {
    List<String> header = new ArrayList<>(List.of("period"));
    columns.forEach(column -> header.add(CsvLine.text(column)));
    List<List<String>> table = new ArrayList<>();
    lines.forEach((period, line) -> {
      List<String> cells = new ArrayList<>(List.of(period));
      columns.forEach(column -> cells.add(line.getOrDefault(column, "")));
      table.add(cells);
    });
    return CsvText.write(header, table);
  }
}
