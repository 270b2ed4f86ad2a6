package io.regionalmetrics.ingest;

import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.List;
import java.util.function.Consumer;

/**
 * All stored figures of a company, read metric by metric, because all of them together may not fit
 * into the memory.
 */
public record CompanyFigures(Store store, CompanyRecord record, Deadline deadline) {
  /** Reads the company's quarters, and passes on those of one metric after the other. */
  public void forEachMetric(Consumer<List<MetricQuarter>> reader) {
    for (String metric : record.coverage().keySet()) {
      reader.accept(store.quartersToWrite(record.company().id(), metric, deadline));
    }
  }
}
