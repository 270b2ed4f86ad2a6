package io.regionalmetrics.representation;

import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was published, as SDMX-CSV 2.0: a row a vintage, nothing left out, so that another instance
 * that takes it in says the same. Values are in units (UNIT_MULT is 0 and left out); texts are
 * quoted where CSV (RFC 4180) needs it and not changed otherwise, also where a spreadsheet would
 * take them for formulas.
 */
public final class SdmxCsvWriter {
  private static final String STRUCTURE_ID = "REGIONAL_METRICS:OBSERVATIONS(1.0.0)";
  private static final Set<SdmxColumn> COLUMNS =
      EnumSet.complementOf(EnumSet.of(SdmxColumn.UNIT_MULT));

  private SdmxCsvWriter() {}

  /** The rows of some vintages, after a row with the names of the columns. */
  public static String write(List<Vintage> published) {
    return CsvText.write(
        COLUMNS.stream().map(SdmxColumn::name).toList(),
        published.stream()
            .map(vintage -> COLUMNS.stream().map(column -> cell(column, vintage)).toList())
            .toList());
  }

  private static String cell(SdmxColumn column, Vintage vintage) {
    Observation observation = vintage.observation();
    Cell cell = observation.cell();
    Source source = vintage.source();
    return switch (column) {
      case STRUCTURE -> "dataflow";
      case STRUCTURE_ID -> STRUCTURE_ID;
      case ACTION -> "I";
      case COMPANY -> cell.quarter().company();
      case METRIC -> cell.quarter().metric();
      case REF_AREA -> cell.region();
      case TIME_PERIOD -> cell.quarter().period().toString();
      case MEASURE -> cell.measure().code();
      case UNIT -> cell.unit().code();
      case OBS_VALUE -> observation.value().map(SdmxCsvWriter::number).orElse("");
      case UNIT_MULT -> "0";
      case DECIMALS -> decimals(observation);
      case LOW ->
          observation.precision() instanceof Precision.Between between ? number(between.low()) : "";
      case HIGH ->
          observation.precision() instanceof Precision.Between between
              ? number(between.high())
              : "";
      case OBS_STATUS -> observation.status().code();
      case DERIVATION -> observation.derivation().orElse("");
      case COMMENT -> observation.note().orElse("");
      case SOURCE_ID -> source.id();
      case SOURCE_TITLE -> source.title();
      case SOURCE_PUBLISHER -> source.publisher();
      case SOURCE_URL -> source.url().orElse("");
      case SOURCE_PUBLISHED -> source.published().toString();
      case SOURCE_KIND -> source.kind().code();
    };
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String decimals(Observation observation) {
    return switch (observation.precision()) {
      case Precision.Decimals(int decimals) -> Integer.toString(decimals);
      case Precision.Exact exact -> observation.value().isPresent() ? "INF" : "";
      case Precision.Between between -> "";
    };
  }
}
