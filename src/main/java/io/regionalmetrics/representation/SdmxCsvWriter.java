package io.regionalmetrics.representation;

import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.model.Vintage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes published figures as SDMX-CSV 2.0, one row a vintage. Another instance that ingests the
 * rows has the same figures. SDMX has no columns for what filings tell beside them: how wholes
 * divide, and the concepts of the facts.
 *
 * <p>Values are in base units: UNIT_MULT would be 0 and is left out. Texts are quoted if CSV (RFC
 * 4180) requires it, but never changed, even if a spreadsheet would read them as formulas.
 */
public final class SdmxCsvWriter {
  private static final Set<SdmxColumn> COLUMNS =
      EnumSet.complementOf(EnumSet.of(SdmxColumn.UNIT_MULT));

  private SdmxCsvWriter() {}

  /** A header with the names of the columns, then one row a vintage. */
  public static String write(List<Vintage> published) {
    return write(published.stream().map(SdmxRow::of).toList(), COLUMNS);
  }

  /** A header with the names of some columns, then the cells of each row in these columns. */
  public static String write(
      Collection<Map<SdmxColumn, String>> rows, Collection<SdmxColumn> columns) {
    return CsvText.write(
        columns.stream().map(SdmxColumn::name).toList(),
        rows.stream().map(row -> cells(row, columns)).toList());
  }

  private static List<String> cells(Map<SdmxColumn, String> row, Collection<SdmxColumn> columns) {
    return columns.stream().map(row::get).map(Objects::requireNonNull).toList();
  }
}
