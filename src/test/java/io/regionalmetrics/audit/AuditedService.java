package io.regionalmetrics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.api.FeedStateJson;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.feed.filing.FiledDocuments;
import io.regionalmetrics.feed.filing.WantedMetrics;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.fetch.Fetcher;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.integration.FaultyDynamoDb;
import io.regionalmetrics.integration.FaultyDynamoDb.Fault;
import io.regionalmetrics.integration.FileServer;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.RefreshRunner;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.model.FeedState;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A service on a table of its own, whose feed reads filings from a folder. */
public final class AuditedService implements AutoCloseable {
  static final String CONTACT = "Somebody somebody@example.com";

  /** Begins on the usual day of tests, and ticks. */
  private static final InstantSource CLOCK =
      Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Service.TODAY.instant()));

  /** As the feed asks other servers, but the folder's server needs no protection. */
  private static final FetchPolicy WITHOUT_WAITING =
      new FetchPolicy(CONTACT, Duration.ZERO, 4, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private final FaultyDynamoDb database = new FaultyDynamoDb(LocalDynamoDb.address());
  private final Wiring wiring;
  private final Service service;

  private AuditedService(Wiring wiring) {
    this.wiring = wiring;
    this.service = new Service(wiring);
  }

  /** A service on an empty table. */
  public static AuditedService fresh() {
    return on(LocalDynamoDb.freshTable(), CLOCK);
  }

  private static AuditedService on(String table, InstantSource clock) {
    return new AuditedService(
        new Wiring(LocalDynamoDb.client(), table, clock, CONTACT, Wiring.s3("")));
  }

  /** A service on the same table, some days after the usual day of tests. */
  AuditedService later(int days) {
    return on(wiring.table(), after(days));
  }

  /** A service on a new table with the same items, some days after the usual day of tests. */
  AuditedService copy(int days) {
    AuditedService copy = on(LocalDynamoDb.freshTable(), after(days));
    items()
        .forEach(item ->
            copy.wiring.client().putItem(put -> put.tableName(copy.wiring.table()).item(item)));
    return copy;
  }

  private static InstantSource after(int days) {
    return InstantSource.fixed(Service.TODAY.instant().plus(Duration.ofDays(days)));
  }

  /** Reads all filings of a folder; returns the state of the feed. */
  public JsonNode read(FilingFolder folder) {
    return read(folder, "");
  }

  /** Reads all filings of a folder by an event with further members; returns the feed's state. */
  JsonNode read(FilingFolder folder, String more) {
    try (FileServer server = folder.serve()) {
      String event = FilingFolder.event(server, folder.ciks());
      return read(event.replaceFirst("}$", more + "}"));
    }
  }

  /**
   * Reads all filings of a folder, company by company.
   *
   * @return the documents that were stored, in that order
   */
  public List<Document> documents(FilingFolder folder, WantedMetrics metrics) {
    try (FileServer server = folder.serve()) {
      FiledDocuments filed = new FiledDocuments(feedRun(), server.address(), metrics);
      return folder.ciks().stream().flatMap(cik -> filed.read(cik).stream()).toList();
    }
  }

  private FeedRun feedRun() {
    return new FeedRun(
        new Fetcher(WITHOUT_WAITING, Path.of(System.getProperty("java.io.tmpdir")), CLOCK),
        new Ingest(store(), CLOCK),
        store(),
        Map.of(),
        Deadline.in(Duration.ofMinutes(15), CLOCK),
        CLOCK.instant());
  }

  /** Runs the feed that an event configures; returns its state. */
  JsonNode read(String event) {
    FeedState state =
        RefreshRunner.run(database.through(wiring), event, WITHOUT_WAITING, Duration.ofMinutes(15));
    return Service.json(FeedStateJson.object(state, wiring.clock().instant()));
  }

  /**
   * Runs the feed in a process of its own, which is killed in its nth write, and lets the lease
   * expire.
   *
   * @param main a class whose main method reads what {@link FilingRun#of} makes of its arguments
   */
  void readUntilKilled(String event, int nthWrite, Class<?> main) {
    Process run = new FilingRun(database.address(), wiring.table(), event).start(main);
    database.happen((operation, nth) -> {
      if (operation.equals("PutItem") && nth == nthWrite) {
        run.destroyForcibly();
      }
      return Fault.NONE;
    });
    assertThat(run.onExit().join().exitValue()).as("the process was killed").isNotZero();
    database.happen((operation, nth) -> Fault.NONE);
    LocalDynamoDb.deleteItem(wiring, "leases", "sec-filings");
  }

  /** Makes the feed forget which filings it has read. */
  void forgetFilings() {
    items().filter(AuditedService::isOfFeed).forEach(this::delete);
  }

  /**
   * The items of the table by key. Left out are what only the feed reads, how often an item was
   * written, and the days since when names are used, which no answer shows.
   */
  Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    items()
        .filter(item -> !isOfFeed(item))
        .forEach(item -> contents.put("%s %s".formatted(pk(item), sk(item)), content(item)));
    return contents;
  }

  /** The items that are not the same in the table of another service, each with what differs. */
  public Map<String, String> differences(AuditedService other) {
    return ArrivalOrders.differences(other.contents(), contents());
  }

  /** How often each item of figures and sources was written, by key. */
  Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    items()
        .filter(item -> pk(item).startsWith("obs#") || pk(item).equals("sources"))
        .forEach(item ->
            versions.put(
                "%s %s".formatted(pk(item), sk(item)),
                Objects.requireNonNull(item.get("version")).n()));
    return versions;
  }

  private static String content(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> content = new HashMap<>(item);
    content.remove("version");
    return text(AttributeValue.fromM(content)).replaceAll("named=[0-9-]+(, )?", "");
  }

  private static String text(AttributeValue value) {
    if (value.hasM()) {
      return value.m().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(one -> "%s=%s".formatted(one.getKey(), text(one.getValue())))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.hasL()
        ? value.l().stream().map(AuditedService::text).collect(Collectors.joining(", ", "[", "]"))
        : value.toString().replaceAll("^AttributeValue\\(\\w+=|\\)$", "");
  }

  /** Whether an item is the state of a feed, one of its files, or a lease. */
  private static boolean isOfFeed(Map<String, AttributeValue> item) {
    return pk(item).startsWith("feed") || pk(item).equals("leases");
  }

  private void delete(Map<String, AttributeValue> item) {
    LocalDynamoDb.deleteItem(wiring, pk(item), sk(item));
  }

  private Stream<Map<String, AttributeValue>> items() {
    return wiring.client().scanPaginator(scan -> scan.tableName(wiring.table())).items().stream();
  }

  private static String pk(Map<String, AttributeValue> item) {
    return text(item, "pk");
  }

  private static String sk(Map<String, AttributeValue> item) {
    return text(item, "sk");
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name)).s();
  }

  /** Reads filings until the table fails after some writes, and lets the lease expire. */
  void readUntilBroken(FilingFolder folder, int writes) {
    readUntilBroken(folder, "", "PutItem", writes);
  }

  /**
   * Reads filings by an event with further members until the table fails after some writes.
   *
   * @param operation the kind of writes: {@code PutItem} or {@code DeleteItem}
   */
  void readUntilBroken(FilingFolder folder, String more, String operation, int writes) {
    database.happen(
        (one, nth) -> one.equals(operation) && nth > writes ? Fault.BROKEN : Fault.NONE);
    assertThatThrownBy(() -> read(folder, more)).isInstanceOf(RuntimeException.class);
    database.happen((one, nth) -> Fault.NONE);
    LocalDynamoDb.deleteItem(wiring, "leases", "sec-filings");
  }

  /** Every series of every company, with its growth, shares and history. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (String company : service.get("/v1/companies").json().findValuesAsText("id")) {
      for (JsonNode metric : service.get("/v1/companies/" + company).json().get("metrics")) {
        all.append(series(company, metric)).append('\n');
      }
    }
    return all.toString();
  }

  private String series(String company, JsonNode metric) {
    String regions =
        metric.get("regions").findValuesAsText("id").stream()
            .sorted()
            .collect(Collectors.joining(","));
    String question =
        "/v1/series?company=%s&metric=%s&region=%s&transform=level,yoy,share&includeHistory=true"
            .formatted(company, metric.get("id").textValue(), regions);
    return service.get(question).expectStatus(200).json().get("rows").toPrettyString();
  }

  /** How many items were written so far. */
  public long writes() {
    return database.operations().stream().filter("PutItem"::equals).count();
  }

  /** The table, to change what is in it. */
  Store store() {
    return new Store(wiring.client(), wiring.table(), wiring.clock());
  }

  /** The service. */
  public Service service() {
    return service;
  }

  @Override
  public void close() {
    service.close();
    database.close();
  }
}
