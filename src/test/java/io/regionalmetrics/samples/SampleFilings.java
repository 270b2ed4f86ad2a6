package io.regionalmetrics.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regionalmetrics.audit.AuditedService;
import io.regionalmetrics.audit.FilingFolder;
import io.regionalmetrics.feed.filing.WantedMetric;
import io.regionalmetrics.feed.filing.WantedMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes documents of the filings that {@code filings.json} in the resources lists. */
final class SampleFilings {
  private static final Path LIST = Path.of("src/test/resources/samples/filings.json");

  /** Revenue, and what Netflix reports beside it. */
  private static final WantedMetrics METRICS =
      WantedMetrics.revenueAnd(
          List.of(
              WantedMetric.of(
                  "paid-memberships",
                  Optional.empty(),
                  "stock",
                  List.of("nflx:NumberOfPaidMemberships"),
                  Map.of("srt:ProductOrServiceAxis", "nflx:StreamingMember"),
                  Optional.empty(),
                  false)));

  private SampleFilings() {}

  /**
   * The documents that the feed of filings makes.
   *
   * @param folder has the instances
   */
  static List<ObjectNode> documents(Path folder) {
    FilingFolder filings = FilingFolder.read(folder, LIST);
    try (AuditedService read = AuditedService.fresh()) {
      List<ObjectNode> documents =
          read.documents(filings, METRICS).stream().map(DocumentJson::of).toList();
      verify(documents, read);
      return documents;
    }
  }

  /**
   * Posts the documents to an empty table.
   *
   * @throws IllegalStateException if it isn't that of the filings then
   */
  private static void verify(List<ObjectNode> documents, AuditedService read) {
    try (AuditedService posted = AuditedService.fresh()) {
      documents.forEach(document -> posted.service().post(document.toString()).expectStatus(200));
      Map<String, String> differences = posted.differences(read);
      if (!differences.isEmpty()) {
        throw new IllegalStateException("documents don't tell what filings tell: " + differences);
      }
    }
  }
}
