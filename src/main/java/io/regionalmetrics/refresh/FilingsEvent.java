package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.filing.SecFilings;
import io.regionalmetrics.feed.filing.WantedMetric;
import io.regionalmetrics.feed.filing.WantedMetrics;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.refusal.Refusal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events of the feed {@code sec-filings}. */
record FilingsEvent(boolean hasContact) {
  private static final int MAX_NAME = 200;
  private static final int MAX_KIND = 20;
  private static final int MAX_UNIT = 32;
  private static final int MAX_MEMBER = 1000;

  Optional<Feed> feed(Optional<String> id, DocumentFields fields) {
    List<String> ciks = ciks(fields);
    Optional<LocalDate> since = fields.parsed("since", Periods::day, "a day like 2023-01-01");
    List<WantedMetric> metrics =
        fields.objects("metrics").stream().flatMap(metric -> metric(metric).stream()).toList();
    Optional<Instant> reread = reread(fields);
    Optional<URI> mirror = EventAddress.mirror(fields);
    return id.map(name ->
        new SecFilings(
            name,
            mirror.orElse(SecFilings.DATA),
            mirror.orElse(SecFilings.ARCHIVES),
            hasContact,
            ciks,
            since.orElse(LocalDate.EPOCH),
            WantedMetrics.revenueAnd(metrics),
            reread));
  }

  private static Optional<Instant> reread(DocumentFields fields) {
    return fields.parsed(
        "reread", FilingsEvent::time, "a day like 2026-12-01 or a time like 2026-12-01T15:00:00Z");
  }

  /** A time, or the beginning of a day, in UTC. */
  private static Optional<Instant> time(String text) {
    return Periods.day(text)
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .or(() -> instant(text));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<String> ciks(DocumentFields fields) {
    List<String> ciks =
        fields.texts(
            "ciks",
            text -> text.matches("[0-9]{10}"),
            "a list of CIKs of ten digits, such as [\"0001065280\"]");
    if (ciks.isEmpty() && !fields.has("ciks")) {
      fields.fault("ciks", "is missing: the companies' CIKs, such as [\"0001065280\"]");
    }
    return ciks;
  }

  private static Optional<WantedMetric> metric(DocumentFields fields) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = fields.text("name", MAX_NAME);
    Optional<String> kind = fields.required("kind", fields.text("kind", MAX_KIND));
    List<String> concepts = concepts(fields);
    Map<String, String> dimensions = dimensions(fields);
    Optional<Unit> unit = fields.text("unit", MAX_UNIT).map(Unit::new);
    boolean negative = fields.flag("negative");
    fields.refuseUnknown();
    if (!fields.isValid() || id.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          WantedMetric.of(id.get(), name, kind.get(), concepts, dimensions, unit, negative));
    } catch (Refusal refusal) {
      addFaults(fields, refusal);
      return Optional.empty();
    }
  }

  private static List<String> concepts(DocumentFields fields) {
    return fields.texts(
        "concepts", text -> !text.isBlank(), "a list of concepts, such as [\"us-gaap:Revenues\"]");
  }

  /** The members by axis. */
  private static Map<String, String> dimensions(DocumentFields fields) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    fields
        .object("dimensions")
        .ifPresent(axes ->
            axes.names()
                .forEach(axis ->
                    axes.text(axis, MAX_MEMBER).ifPresent(member -> dimensions.put(axis, member))));
    return dimensions;
  }

  private static void addFaults(DocumentFields fields, Refusal refusal) {
    refusal
        .invalid()
        .forEach(field -> fields.fault(field.name().replaceFirst(".*\\.", ""), field.reason()));
  }
}
