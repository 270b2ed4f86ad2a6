package io.regionalmetrics.function;

import io.regionalmetrics.api.ApiRoutes;
import io.regionalmetrics.api.CompaniesEndpoint;
import io.regionalmetrics.api.ComparisonsEndpoint;
import io.regionalmetrics.api.ContractEndpoint;
import io.regionalmetrics.api.FeedsEndpoint;
import io.regionalmetrics.api.MetricsEndpoint;
import io.regionalmetrics.api.ObservationsEndpoint;
import io.regionalmetrics.api.PagesEndpoint;
import io.regionalmetrics.api.RegionsEndpoint;
import io.regionalmetrics.api.SdmxDataEndpoint;
import io.regionalmetrics.api.SdmxStructuresEndpoint;
import io.regionalmetrics.api.SourcesEndpoint;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.http.Endpoint;
import io.regionalmetrics.http.HttpFunction;
import io.regionalmetrics.http.Route;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.mcp.McpServer;
import io.regionalmetrics.refresh.FeedEvents;
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
 * Builds the functions from their parts; no other class does. Functions of the same wiring share a
 * store, so on localhost each sees at once what another writes.
 */
public final class Wiring {
  /** The user agent that other servers see. */
  private static final String USER_AGENT = "regional-metrics/1.0";

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final Store store;
  private final String contact;
  private final ObjectStore objects;

  private final boolean takesSnapshot;

  /** Wires the functions to a table, without a contact address for other servers. */
  public Wiring(DynamoDbClient client, String table, InstantSource clock) {
    this(client, table, clock, "", s3(""));
  }

  /**
   * Wires the functions to a table.
   *
   * @param client for DynamoDB
   * @param table the table's name
   * @param clock tells today's date and the time
   * @param contact the contact address to give to other servers, for their owners; empty for none
   * @param objects signs requests for files in S3
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
      boolean takesSnapshot) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.contact = contact.strip();
    this.objects = objects;
    this.store = new Store(client, table, clock);
    this.takesSnapshot = takesSnapshot;
  }

  /**
   * Wires the functions as environment variables configure them: {@code TABLE}; {@code
   * DYNAMODB_ENDPOINT} and {@code S3_ENDPOINT} if they aren't the region's own; {@code CONTACT} for
   * feeds; and {@code AWS_LAMBDA_INITIALIZATION_TYPE}, with which Lambda announces a snapshot
   * (SnapStart).
   *
   * @throws Environment.InvalidVariable if one is missing or wrong
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
    return environment.takesSnapshots() ? wiring.forSnapshot() : wiring;
  }

  /**
   * Signs requests for files in S3, with the credentials and the region of the environment. They
   * are looked up only when a file is requested, which most functions never do.
   *
   * @param endpoint the address of S3; empty for the region's own
   */
  public static ObjectStore s3(String endpoint) {
    return (bucket, key) ->
        new S3(
                endpoint,
                DefaultAwsRegionProviderChain.builder().build().getRegion(),
                DefaultCredentialsProvider.builder().build())
            .sign(bucket, key);
  }

  /** This wiring with another client for DynamoDB, and a store of its own. */
  public Wiring with(DynamoDbClient other) {
    return new Wiring(other, table, clock, contact, objects);
  }

  /** This wiring, for functions that are primed because a snapshot of them will be taken. */
  public Wiring forSnapshot() {
    return new Wiring(client, table, clock, contact, objects, true);
  }

  /** The client for DynamoDB. */
  public DynamoDbClient client() {
    return client;
  }

  /** The table's name. */
  public String table() {
    return table;
  }

  /** Tells the time. */
  public InstantSource clock() {
    return clock;
  }

  /** Whether Lambda will take a snapshot of the function once it is constructed (SnapStart). */
  boolean takesSnapshot() {
    return takesSnapshot;
  }

  private HttpFunction http(Map<Route, Endpoint> endpoints) {
    return new HttpFunction(endpoints, ApiRoutes.ALL, clock);
  }

  /**
   * Answers comparison questions, also those of SDMX tools and of assistants, whose server is made
   * when one asks.
   */
  HttpFunction comparisons() {
    Map<Route, Endpoint> endpoints =
        new HashMap<>(new ComparisonsEndpoint(store, clock).endpoints());
    endpoints.put(
        ApiRoutes.ASSISTANTS,
        (request, path, deadline) -> new McpServer(store, clock).answer(request, deadline));
    endpoints.putAll(new SdmxDataEndpoint(store, clock).endpoints());
    return http(endpoints);
  }

  /** Serves the catalog, SDMX's structures, the feeds' states, the contract and the pages. */
  HttpFunction catalog() {
    Map<Route, Endpoint> endpoints = new HashMap<>();
    endpoints.putAll(new CompaniesEndpoint(store).endpoints());
    endpoints.putAll(new MetricsEndpoint(store).endpoints());
    endpoints.putAll(new RegionsEndpoint(store).endpoints());
    endpoints.putAll(new SourcesEndpoint(store).endpoints());
    endpoints.putAll(new FeedsEndpoint(store, clock).endpoints());
    endpoints.putAll(new SdmxStructuresEndpoint(store, clock).endpoints());
    endpoints.putAll(new ContractEndpoint().endpoints());
    endpoints.putAll(new PagesEndpoint().endpoints());
    return http(endpoints);
  }

  /** Ingests documents. */
  HttpFunction observations() {
    return http(new ObservationsEndpoint(new Ingest(store, clock)).endpoints());
  }

  /** Refreshes feeds. */
  Refresh refresh() {
    String agent = contact.isEmpty() ? USER_AGENT : "%s (%s)".formatted(USER_AGENT, contact);
    return new Refresh(
        new FeedEvents(objects, !contact.isEmpty()),
        FetchPolicy.standard(agent),
        store,
        new Leases(client, table, clock),
        clock);
  }
}
