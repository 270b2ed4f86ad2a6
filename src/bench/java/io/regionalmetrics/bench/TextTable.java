package io.regionalmetrics.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as text: the first column is aligned left, the others right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();

  TextTable(String... heads) {
    lines.add(List.of(heads));
  }

  void add(String... cells) {
    lines.add(List.of(cells));
  }

  @Override
  public String toString() {
    List<Integer> widths =
        IntStream.range(0, lines.getFirst().size())
            .mapToObj(column ->
                lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .toList();
    return lines.stream()
        .map(line -> line(line, widths))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column ->
            ("%" + (column == 0 ? "-" : "") + widths.get(column) + "s")
                .formatted(cells.get(column)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
