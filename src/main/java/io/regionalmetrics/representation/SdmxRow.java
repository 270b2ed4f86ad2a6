package io.regionalmetrics.representation;

import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.number.Precision.Between;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** A published figure as the cells of a row of SDMX-CSV 2.0. */
public final class SdmxRow {
  /** The agency, id and version of the dataflow, and of its data structure. */
  public static final String STRUCTURE_ID = "REGIONAL_METRICS:OBSERVATIONS(1.0.0)";

  private SdmxRow() {}

  /** The cells of a figure, by column; empty for what it lacks. Values are in base units. */
  public static Map<SdmxColumn, String> of(Vintage vintage) {
    Map<SdmxColumn, String> row = new EnumMap<>(SdmxColumn.class);
    row.put(SdmxColumn.STRUCTURE, "dataflow");
    row.put(SdmxColumn.STRUCTURE_ID, STRUCTURE_ID);
    row.put(SdmxColumn.ACTION, "I");
    putCell(row, vintage.observation().cell());
    putObservation(row, vintage.observation());
    putSource(row, vintage.source());
    return row;
  }

  private static void putCell(Map<SdmxColumn, String> row, Cell cell) {
    row.put(SdmxColumn.COMPANY, cell.quarter().company());
    row.put(SdmxColumn.METRIC, cell.quarter().metric());
    row.put(SdmxColumn.REF_AREA, cell.region());
    row.put(SdmxColumn.TIME_PERIOD, cell.quarter().period().toString());
    row.put(SdmxColumn.MEASURE, cell.measure().code());
    row.put(SdmxColumn.UNIT, cell.unit().code());
  }

  private static void putObservation(Map<SdmxColumn, String> row, Observation observation) {
    Precision precision = observation.precision();
    row.put(SdmxColumn.OBS_VALUE, observation.value().map(SdmxRow::number).orElse(""));
    row.put(SdmxColumn.UNIT_MULT, "0");
    row.put(SdmxColumn.DECIMALS, decimals(observation));
    row.put(SdmxColumn.LOW, precision instanceof Between range ? number(range.low()) : "");
    row.put(SdmxColumn.HIGH, precision instanceof Between range ? number(range.high()) : "");
    row.put(SdmxColumn.OBS_STATUS, observation.status().code());
    row.put(SdmxColumn.DERIVATION, observation.derivation().orElse(""));
    row.put(SdmxColumn.COMMENT, observation.note().orElse(""));
  }

  private static void putSource(Map<SdmxColumn, String> row, Source source) {
    row.put(SdmxColumn.SOURCE_ID, source.id());
    row.put(SdmxColumn.SOURCE_TITLE, source.title());
    row.put(SdmxColumn.SOURCE_PUBLISHER, source.publisher());
    row.put(SdmxColumn.SOURCE_URL, source.url().orElse(""));
    row.put(SdmxColumn.SOURCE_PUBLISHED, source.published().toString());
    row.put(SdmxColumn.SOURCE_KIND, source.kind().code());
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String decimals(Observation observation) {
    return switch (observation.precision()) {
      case Precision.Decimals(int decimals) -> Integer.toString(decimals);
      case Precision.Exact exact -> observation.value().isPresent() ? "INF" : "";
      case Precision.AssumedDecimals assumed -> "";
      case Between range -> "";
    };
  }
}
