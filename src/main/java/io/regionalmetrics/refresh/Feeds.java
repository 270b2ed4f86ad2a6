package io.regionalmetrics.refresh;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.feed.csv.CsvFeed;
import io.regionalmetrics.feed.csv.WideColumns;
import io.regionalmetrics.feed.ecb.EcbRates;
import io.regionalmetrics.feed.filing.SecFilings;
import io.regionalmetrics.feed.filing.WantedMetric;
import io.regionalmetrics.feed.filing.WantedMetrics;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.ingest.DocumentFaults;
import io.regionalmetrics.ingest.DocumentFields;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.refusal.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads events: which feed each is, and how it is asked for. */
public final class Feeds {
  private static final String S3 = "s3";
  private static final int TEXT = 1000;
  private static final List<String> KINDS = List.of(CsvFeed.KIND, EcbRates.KIND, SecFilings.KIND);

  private final ObjectStore objects;
  private final boolean hasContact;

  /**
   * Reads events.
   *
   * @param objects the way to files of {@code s3:}
   * @param hasContact whether others are told whom they can write to
   */
  public Feeds(ObjectStore objects, boolean hasContact) {
    this.objects = objects;
    this.hasContact = hasContact;
  }

  /**
   * The feed of an event, such as {@code {"id": "ecb", "feed": "ecb-rates"}}.
   *
   * @throws io.regionalmetrics.refusal.Refusal where it is none: what is wrong with it, by name
   */
  Feed of(byte[] event) {
    DocumentFaults faults = new DocumentFaults();
    DocumentFields fields = DocumentFields.ofJson(event, faults);
    Optional<Feed> feed =
        fields
            .required(
                "feed", fields.word("feed", Feeds::kind, "one of " + String.join(", ", KINDS)))
            .flatMap(kind -> of(kind, fields, event));
    if (feed.isPresent()) {
      fields.refuseOthers();
    }
    faults.refuse("Nothing was fetched.");
    return feed.orElseThrow();
  }

  private static Optional<String> kind(String text) {
    return KINDS.stream().filter(text::equals).findFirst();
  }

  private Optional<Feed> of(String kind, DocumentFields fields, byte[] event) {
    Optional<String> id = fields.required("id", fields.id("id"));
    return switch (kind) {
      case EcbRates.KIND -> {
        URI base = mirror(fields).orElse(EcbRates.HOST);
        yield id.map(i -> new EcbRates(i, base));
      }
      case CsvFeed.KIND -> csv(id, fields, event);
      case SecFilings.KIND -> filings(id, fields);
      default -> throw new IllegalStateException("a kind that nobody reads: " + kind);
    };
  }

  /** What tells an event from another of the same id. */
  private static String fingerprint(byte[] event) {
    return FetchedFile.hash(event).substring(0, 16);
  }

  private Optional<Feed> csv(Optional<String> id, DocumentFields fields, byte[] event) {
    Optional<URI> url =
        fields.required(
            "url",
            fields.word(
                "url",
                text -> address(text).or(() -> object(text)),
                "an address like https://example.com/table.csv or s3://bucket/key"));
    Optional<WideColumns> columns = fields.object("columns").flatMap(WideColumns::of);
    Map<String, String> source = fields.object("source").map(Feeds::source).orElse(Map.of());
    if (source.isEmpty() && columns.isPresent()) {
      fields.fault("source", "is missing: who says what a wide table says");
    }
    Ingest.DEFINITIONS.forEach(fields::has);
    return id.flatMap(i ->
        url.map(u -> new CsvFeed(i, fingerprint(event), u, signed(u), source, fields, columns)));
  }

  private Optional<Feed> filings(Optional<String> id, DocumentFields fields) {
    List<String> ciks =
        fields.texts(
            "ciks",
            text -> text.matches("[0-9]{10}"),
            "a list of CIKs of ten digits, such as [\"0001065280\"]");
    if (ciks.isEmpty() && !fields.has("ciks")) {
      fields.fault("ciks", "is missing: which companies' filings, such as [\"0001065280\"]");
    }
    Optional<LocalDate> since = fields.word("since", Periods::day, "a day like 2023-01-01");
    List<WantedMetric> metrics =
        fields.objects("metrics").stream().flatMap(metric -> metric(metric).stream()).toList();
    Optional<URI> mirror = mirror(fields);
    return id.map(i ->
        new SecFilings(
            i,
            mirror.orElse(SecFilings.DATA),
            mirror.orElse(SecFilings.ARCHIVES),
            hasContact,
            ciks,
            since.orElse(LocalDate.EPOCH),
            WantedMetrics.revenueAnd(metrics)));
  }

  private static Optional<WantedMetric> metric(DocumentFields fields) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = fields.text("name", 200);
    Optional<String> kind = fields.required("kind", fields.text("kind", 20));
    List<String> concepts =
        fields.texts(
            "concepts",
            text -> !text.isBlank(),
            "a list of concepts, such as [\"us-gaap:Revenues\"]");
    Map<String, String> dimensions = new LinkedHashMap<>();
    fields
        .object("dimensions")
        .ifPresent(axes ->
            axes.names()
                .forEach(axis ->
                    axes.text(axis, TEXT).ifPresent(member -> dimensions.put(axis, member))));
    Optional<String> unit = fields.text("unit", 32);
    boolean negative = fields.flag("negative");
    fields.refuseOthers();
    if (!fields.sound() || id.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          WantedMetric.of(id.get(), name, kind.get(), concepts, dimensions, unit, negative));
    } catch (Refusal refusal) {
      refusal
          .invalid()
          .forEach(one -> fields.fault(one.name().replaceFirst(".*\\.", ""), one.reason()));
      return Optional.empty();
    }
  }

  private ObjectStore.SignedRequest signed(URI url) {
    return url.getScheme().equals(S3)
        ? objects.sign(url.getHost(), url.getPath().substring(1))
        : new ObjectStore.SignedRequest(url, Map.of());
  }

  /** What an event says of a source; when it was published may be left out. */
  private static Map<String, String> source(DocumentFields fields) {
    Map<String, String> source = new LinkedHashMap<>();
    for (String name : List.of("id", "title", "publisher", "kind")) {
      fields.required(name, fields.text(name, TEXT)).ifPresent(text -> source.put(name, text));
    }
    fields.text("url", TEXT).ifPresent(text -> source.put("url", text));
    fields
        .text("published", text -> Periods.day(text).isPresent(), "a day like 2018-03-01")
        .ifPresent(day -> source.put("published", day));
    fields.refuseOthers();
    return source;
  }

  /** What stands in for a feed's hosts, where anything does. */
  private static Optional<URI> mirror(DocumentFields fields) {
    return fields.word(
        "baseUrl",
        text -> address(text.replaceFirst("/$", "")),
        "an address like https://mirror.example.com");
  }

  /** A file in S3. */
  private static Optional<URI> object(String text) {
    try {
      URI address = new URI(text);
      boolean named = address.getHost() != null && address.getPath().length() > 1;
      return S3.equals(address.getScheme()) && named ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** An address of http or https. */
  static Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null && address.getUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
