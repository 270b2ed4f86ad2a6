package io.regionalmetrics.function;

import io.regionalmetrics.api.CatalogEndpoint;
import io.regionalmetrics.api.ComparisonsEndpoint;
import io.regionalmetrics.api.ContractEndpoint;
import io.regionalmetrics.api.FeedsEndpoint;
import io.regionalmetrics.api.ObservationsEndpoint;
import io.regionalmetrics.api.PagesEndpoint;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpFunction;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.refresh.Feeds;
import io.regionalmetrics.refresh.Refresh;
import io.regionalmetrics.store.Leases;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the functions are made of. Those that run in one process, as they do on localhost, share a
 * store: what one writes the others know at once.
 */
public final class Wiring {
  /** What is said to other servers. */
  private static final String NAME = "regional-metrics/1.0";

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final Store store;
  private final String contact;
  private final ObjectStore objects;

  /** Whether a snapshot will be taken of the function, for others to begin with. */
  private final boolean snapshot;

  /** Wires the functions to a table; nobody is to be written to by the owners of other servers. */
  public Wiring(DynamoDbClient client, String table, InstantSource clock) {
    this(client, table, clock, "", s3(""));
  }

  /**
   * Wires the functions to a table.
   *
   * @param client the way to DynamoDB
   * @param table the table's name
   * @param clock what day and time it is
   * @param contact whom the owners of other servers can write to; empty where there is nobody
   * @param objects the way to files of {@code s3:}
   */
  public Wiring(
      DynamoDbClient client,
      String table,
      InstantSource clock,
      String contact,
      ObjectStore objects) {
    this(client, table, clock, contact, objects, false);
  }

  private Wiring(
      DynamoDbClient client,
      String table,
      InstantSource clock,
      String contact,
      ObjectStore objects,
      boolean snapshot) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.contact = contact.strip();
    this.objects = objects;
    this.store = new Store(client, table, clock);
    this.snapshot = snapshot;
  }

  /**
   * What the function's environment says: {@code TABLE}, {@code DYNAMODB_ENDPOINT} where it isn't
   * the region's own, and {@code CONTACT} for what fetches from other servers. Where Lambda says
   * that it takes snapshots (SnapStart), the functions that answer are primed when they are made.
   *
   * @throws RuntimeException where a variable is missing or wrong, which its message names
   */
  public static Wiring of(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Wiring wiring =
        new Wiring(
            DynamoDb.client(environment.endpoint("DYNAMODB_ENDPOINT")),
            environment.table(),
            InstantSource.system(),
            environment.contact(),
            s3(environment.endpoint("S3_ENDPOINT")));
    return environment.takesSnapshots() ? wiring.forSnapshots() : wiring;
  }

  /**
   * Files in S3, with the credentials and in the region of the environment, which are looked up
   * when a file is asked for: most functions never do.
   *
   * @param endpoint where S3 is; empty where it is the region's own
   */
  public static ObjectStore s3(String endpoint) {
    return (bucket, key) ->
        new S3(
                endpoint,
                DefaultAwsRegionProviderChain.builder().build().getRegion(),
                DefaultCredentialsProvider.builder().build())
            .sign(bucket, key);
  }

  /** The same, with another way to DynamoDB. */
  public Wiring with(DynamoDbClient other) {
    return new Wiring(other, table, clock, contact, objects);
  }

  /** The same, of functions that are primed when they are made, for a snapshot of them. */
  public Wiring forSnapshots() {
    return new Wiring(client, table, clock, contact, objects, true);
  }

  /** The way to DynamoDB. */
  public DynamoDbClient client() {
    return client;
  }

  /** The table's name. */
  public String table() {
    return table;
  }

  /** What day and time it is. */
  public InstantSource clock() {
    return clock;
  }

  private HttpFunction http(Map<Route, Endpoint> endpoints) {
    return new HttpFunction(endpoints, clock);
  }

  /** Answers comparison questions. */
  HttpFunction comparisons() {
    if (snapshot) {
      Priming.comparisons(this);
    }
    return http(new ComparisonsEndpoint(store, clock).endpoints());
  }

  /** Answers what can be asked and by which contract, and whatever has no route. */
  HttpFunction catalog() {
    if (snapshot) {
      Priming.catalog(this);
    }
    Map<Route, Endpoint> endpoints = new HashMap<>(new CatalogEndpoint(store).endpoints());
    endpoints.putAll(new FeedsEndpoint(store, clock).endpoints());
    endpoints.putAll(new ContractEndpoint().endpoints());
    endpoints.putAll(new PagesEndpoint().endpoints());
    return http(endpoints);
  }

  /** Takes documents in. */
  HttpFunction observations() {
    if (snapshot) {
      Priming.observations(this);
    }
    return http(new ObservationsEndpoint(new Ingest(store, clock)).endpoints());
  }

  /** Refreshes feeds. */
  Refresh refresh() {
    String agent = contact.isEmpty() ? NAME : "%s (%s)".formatted(NAME, contact);
    return new Refresh(
        new Feeds(objects, !contact.isEmpty()),
        FetchPolicy.standard(agent),
        store,
        new Leases(client, table, clock),
        clock);
  }
}
