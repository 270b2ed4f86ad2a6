package io.regionalmetrics.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.FaultyDynamoDb;
import io.regionalmetrics.integration.FaultyDynamoDb.Fault;
import io.regionalmetrics.integration.FileServer;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.RefreshRunner;
import io.regionalmetrics.integration.Service;
import java.util.stream.Collectors;

/** A service on a table of its own, whose feed reads filings from a folder. */
public final class AuditedService implements AutoCloseable {
  private static final String CONTACT = "Somebody somebody@example.com";

  private final FaultyDynamoDb database = new FaultyDynamoDb(LocalDynamoDb.address());
  private final Wiring wiring;
  private final Service service;

  private AuditedService(Wiring wiring) {
    this.wiring = wiring;
    this.service = new Service(wiring);
  }

  /** A service on an empty table. */
  public static AuditedService fresh() {
    return new AuditedService(
        new Wiring(
            LocalDynamoDb.client(),
            LocalDynamoDb.freshTable(),
            Service.TODAY,
            CONTACT,
            Wiring.s3("")));
  }

  /** Reads all filings of a folder; returns the state of the feed. */
  public JsonNode read(FilingFolder folder) {
    try (FileServer server = folder.serve()) {
      return RefreshRunner.run(database.through(wiring), FilingFolder.event(server, folder.ciks()));
    }
  }

  /** Reads filings until the table fails after some writes, and lets the lease expire. */
  void readUntilBroken(FilingFolder folder, int writes) {
    database.happen((operation, nth) ->
        operation.equals("PutItem") && nth > writes ? Fault.BROKEN : Fault.NONE);
    assertThatThrownBy(() -> read(folder)).isInstanceOf(RuntimeException.class);
    database.happen((operation, nth) -> Fault.NONE);
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
