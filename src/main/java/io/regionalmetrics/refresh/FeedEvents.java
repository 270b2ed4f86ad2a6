package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.feed.csv.CsvFeed;
import io.regionalmetrics.feed.ecb.EcbRates;
import io.regionalmetrics.feed.filing.SecFilings;
import io.regionalmetrics.ingest.DocumentFaults;
import io.regionalmetrics.ingest.DocumentFields;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads an event into the feed that it configures, such as {@code {"id": "ecb", "feed":
 * "ecb-rates"}}. A new kind of feed is added to the map here.
 */
public final class FeedEvents {
  private final Map<String, KindReader> kinds;

  /** Reads the fields of one kind of feed; notes what is wrong with them as faults. */
  private interface KindReader {
    Optional<Feed> read(Optional<String> id, DocumentFields fields, byte[] event);
  }

  /**
   * Creates a reader of events.
   *
   * @param objects signs requests for files in S3
   * @param hasContact whether requests to other servers carry a contact address
   */
  public FeedEvents(ObjectStore objects, boolean hasContact) {
    CsvEvent csv = new CsvEvent(objects);
    FilingsEvent filings = new FilingsEvent(hasContact);
    kinds =
        new TreeMap<>(
            Map.of(
                CsvFeed.KIND, csv::feed,
                EcbRates.KIND, (id, fields, event) -> ecb(id, fields),
                SecFilings.KIND, (id, fields, event) -> filings.feed(id, fields)));
  }

  /**
   * The feed of an event.
   *
   * @throws io.regionalmetrics.refusal.Refusal if the event is invalid; it names each wrong field
   */
  Feed read(byte[] event) {
    DocumentFaults faults = new DocumentFaults();
    DocumentFields fields = DocumentFields.ofJson(event, faults);
    Optional<Feed> feed =
        fields
            .required("feed", fields.parsed("feed", this::kind, oneOfTheKinds()))
            .flatMap(kind -> kind.read(fields.required("id", fields.id("id")), fields, event));
    feed.ifPresent(known -> refuseUnknown(known, fields));
    faults.refuse("Nothing was fetched.");
    return feed.orElseThrow();
  }

  private static void refuseUnknown(Feed feed, DocumentFields fields) {
    if (!feed.kind().equals(SecFilings.KIND) && fields.has("reread")) {
      fields.fault("reread", "is only for the feed %s".formatted(SecFilings.KIND));
    }
    fields.refuseUnknown();
  }

  private Optional<KindReader> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  private String oneOfTheKinds() {
    return "one of " + String.join(", ", kinds.keySet());
  }

  private static Optional<Feed> ecb(Optional<String> id, DocumentFields fields) {
    URI base = EventAddress.mirror(fields).orElse(EcbRates.HOST);
    return id.map(name -> new EcbRates(name, base));
  }
}
