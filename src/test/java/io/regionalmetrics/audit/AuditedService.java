package io.regionalmetrics.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.FaultyDynamoDb;
import io.regionalmetrics.integration.FileServer;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.RefreshRunner;
import io.regionalmetrics.integration.Service;

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

  /** How many items were written so far. */
  public long writes() {
    return database.operations().stream().filter("PutItem"::equals).count();
  }

  /** The wiring of the table. */
  Wiring wiring() {
    return wiring;
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
