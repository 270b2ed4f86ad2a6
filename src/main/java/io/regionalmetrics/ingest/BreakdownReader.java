package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.RemainderRow;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** Reads how a document shows a whole to divide in a quarter, member by member. */
final class BreakdownReader {
  private BreakdownReader() {}

  /**
   * Returns the breakdown; empty if any part of it is faulty.
   *
   * @param facts reads the facts that remainders are from
   */
  static Optional<BreakdownRow> read(DocumentFields fields, FiledFactReader facts) {
    Optional<String> company = fields.required("company", fields.id("company"));
    Optional<String> metric = fields.required("metric", fields.id("metric"));
    Optional<String> whole = fields.required("whole", fields.region("whole"));
    Optional<YearQuarter> period = ObservationReader.period(fields);
    List<String> members = members(fields);
    List<RemainderRow> remainders = remainders(fields, facts);
    fields.refuseUnknown();
    return fields.isValid()
        ? Optional.of(
            new BreakdownRow(
                company.orElseThrow(),
                metric.orElseThrow(),
                whole.orElseThrow(),
                period.orElseThrow(),
                members,
                remainders))
        : Optional.empty();
  }

  private static List<String> members(DocumentFields fields) {
    List<String> members = fields.regions("members");
    if (!fields.has("members")) {
      fields.fault("members", "is missing");
    } else if (fields.isValid() && (members.size() < 2 || isTooLong(members))) {
      fields.fault(
          "members",
          "names %s regions; give from 2 to %s different ones"
              .formatted(members.size(), DocumentLimits.MAX_PARTS));
    }
    return members;
  }

  private static List<RemainderRow> remainders(DocumentFields fields, FiledFactReader facts) {
    List<DocumentFields> written = fields.objects("remainders");
    if (isTooLong(written)) {
      fields.fault("remainders", "has more than %s".formatted(DocumentLimits.MAX_PARTS));
      return List.of();
    }
    return written.stream().flatMap(one -> RemainderReader.read(one, facts).stream()).toList();
  }

  private static boolean isTooLong(List<?> parts) {
    return parts.size() > DocumentLimits.MAX_PARTS;
  }
}
