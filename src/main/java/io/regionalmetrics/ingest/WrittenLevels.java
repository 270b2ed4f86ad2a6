package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The levels that a document, or all documents of one table, give without decimals. They are judged
 * together: 106m, 120m and 131m are all rounded to the million, though 120m alone could be rounded
 * to ten million. Zeros and withdrawn figures tell nothing about rounding, so they don't count.
 */
public final class WrittenLevels {
  private record Key(String company, String metric, Optional<Unit> unit) {}

  /** The most digits after the point; below zero for trailing zeros. */
  private final Map<Key, Integer> scales = new HashMap<>();

  private WrittenLevels(Stream<ObservationRow> rows) {
    rows.filter(row -> row.precision().isAssumed() && row.measure() == Measure.LEVEL)
        .forEach(this::add);
  }

  /** The levels of documents that are judged together. */
  static WrittenLevels of(List<Document> documents) {
    return new WrittenLevels(
        documents.stream()
            .flatMap(document -> document.observations().stream())
            .map(Document.Located::row));
  }

  /** The levels of a whole tidy table. Leaves out faulty rows, which are refused later. */
  public static WrittenLevels ofTidy(CsvTable table) {
    return ofRows(CsvDocument.read(table, new DocumentFaults()).objects("observations"));
  }

  /** The levels of a whole SDMX-CSV table. Leaves out faulty rows, which are refused later. */
  public static WrittenLevels ofSdmx(CsvTable table) {
    return ofRows(SdmxCsvDocument.observations(table, new DocumentFaults()));
  }

  private static WrittenLevels ofRows(List<DocumentFields> rows) {
    return new WrittenLevels(
        rows.stream().flatMap(row -> ObservationReader.read(row, FiledFactReader.NONE).stream()));
  }

  private void add(ObservationRow row) {
    Key key = new Key(row.company(), row.metric(), row.unit());
    row.value()
        .filter(value -> value.signum() != 0)
        .map(BigDecimal::stripTrailingZeros)
        .ifPresent(value -> scales.merge(key, value.scale(), Math::max));
  }

  /**
   * The decimals to assume for all levels of a metric in a unit: 2 if the longest has two digits
   * after the point, -6 if all share six trailing zeros, 0 if all are zero.
   *
   * @param defaultUnits the unit of a company's figures without one; empty if it isn't known
   */
  int decimals(String metric, Unit unit, Function<String, Optional<Unit>> defaultUnits) {
    int decimals =
        scales.entrySet().stream()
            .filter(entry -> entry.getKey().metric().equals(metric))
            .filter(entry -> isIn(unit, entry.getKey(), defaultUnits))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    return Math.clamp(decimals, -Precision.MOST_DECIMALS, Precision.MOST_DECIMALS);
  }

  private static boolean isIn(Unit unit, Key key, Function<String, Optional<Unit>> defaultUnits) {
    return key.unit().or(() -> defaultUnits.apply(key.company())).map(unit::equals).orElse(false);
  }
}
