package io.regionalmetrics.feed.csv;

import io.regionalmetrics.ingest.CsvTable;
import io.regionalmetrics.ingest.DocumentFields;
import java.util.List;
import java.util.Optional;

/** Reads from an event how its wide table is to be read. */
public final class WideColumnsReader {
  private static final int MAX_NAME = 200;
  private static final int MAX_UNIT = 32;
  private static final String VALID_FORMAT =
      "a format of dates with a day, a month and a year, such as dd-MM-yyyy or d-MMM-yy";

  private WideColumnsReader() {}

  /** Reads the columns of a wide table from an event; notes what is wrong with them as faults. */
  public static Optional<WideColumns> read(DocumentFields fields) {
    Optional<String> company = fields.required("company", fields.id("company"));
    Optional<String> period = fields.required("period", column("period", fields));
    Optional<DateFormat> format = fields.parsed("format", DateFormat::of, VALID_FORMAT);
    Optional<String> region = column("region", fields);
    List<WideColumns.Value> values = values(fields, region.isPresent());
    fields.refuseUnknown();
    return company.isPresent() && period.isPresent()
        ? Optional.of(new WideColumns(company.get(), period.get(), format, region, values))
        : Optional.empty();
  }

  private static Optional<String> column(String field, DocumentFields fields) {
    return fields.text(field, MAX_NAME).map(CsvTable::plainName);
  }

  private static List<WideColumns.Value> values(DocumentFields fields, boolean hasRegionColumn) {
    List<WideColumns.Value> values =
        fields.objects("values").stream()
            .flatMap(value -> value(value, hasRegionColumn).stream())
            .toList();
    if (values.isEmpty() && fields.isValid()) {
      fields.fault("values", "is missing: list the columns of values, each with its metric");
    }
    return values;
  }

  private static Optional<WideColumns.Value> value(DocumentFields fields, boolean hasRegionColumn) {
    Optional<String> column = fields.required("column", column("column", fields));
    Optional<String> metric = fields.required("metric", fields.id("metric"));
    Optional<String> region = region(fields, hasRegionColumn);
    Optional<String> unit = fields.text("unit", MAX_UNIT);
    int scale = fields.integer("scale", 0, 12).orElse(0);
    Optional<String> decimals = fields.integer("decimals", -18, 18).map(String::valueOf);
    fields.refuseUnknown();
    return column.isPresent() && metric.isPresent()
        ? Optional.of(
            new WideColumns.Value(column.get(), metric.get(), region, unit, scale, decimals))
        : Optional.empty();
  }

  /** The region of a column of values, which it has if the rows have no column for it. */
  private static Optional<String> region(DocumentFields fields, boolean hasRegionColumn) {
    Optional<String> region = fields.region("region");
    if (region.isPresent() && hasRegionColumn) {
      fields.fault("region", "is given twice: the table has a column for it");
    } else if (region.isEmpty() && !hasRegionColumn) {
      fields.fault("region", "is missing");
    }
    return region;
  }
}
