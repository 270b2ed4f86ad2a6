package io.regionalmetrics.integration;

import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.DynamoDbLocal;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * Gives each test an empty table of its own. The tables are in one DynamoDB Local in memory, which
 * starts with the first table and stops with the JVM, or in another DynamoDB set by {@link #use}.
 */
public final class LocalDynamoDb {
  private LocalDynamoDb() {}

  private static final Template TEMPLATE = template();
  private static final Map<URI, DynamoDbClient> CLIENTS = new ConcurrentHashMap<>();
  private static final AtomicReference<URI> OTHER = new AtomicReference<>();

  private static final class Started {
    static final DynamoDbLocal SERVER = DynamoDbLocal.inMemory();
  }

  private static Template template() {
    try {
      return Template.read(Template.FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until DynamoDB in LocalStack answers. LocalStack starts it on the first request, which
   * takes longer than a function's timeout allows.
   */
  static void await(URI localStack) {
    try (DynamoDbClient patient =
        DynamoDbLocal.builder(localStack).httpClient(UrlConnectionHttpClient.create()).build()) {
      patient.listTables();
    }
  }

  /** Creates tables in another DynamoDB from now on. */
  static void use(URI other) {
    OTHER.set(other);
  }

  /** Wires an empty table, with the system clock. */
  public static Wiring freshWiring() {
    return freshWiring(InstantSource.system());
  }

  /** Wires an empty table, with the given clock. */
  public static Wiring freshWiring(InstantSource clock) {
    return new Wiring(client(), freshTable(), clock);
  }

  /** Creates an empty table as the template defines it, and returns its name. */
  public static String freshTable() {
    String name = "test-" + UUID.randomUUID();
    createTable(client(), TEMPLATE.table(name));
    return name;
  }

  /**
   * Creates a table under a name that no other test uses. On a loaded machine the client may time
   * out and send the request again after DynamoDB has carried it out, so a table that exists
   * already is this one.
   */
  static void createTable(DynamoDbClient client, CreateTableRequest table) {
    try {
      client.createTable(table);
    } catch (ResourceInUseException createdByAnEarlierAttempt) {
      client.waiter().waitUntilTableExists(describe -> describe.tableName(table.tableName()));
    }
  }

  /** The client of the DynamoDB that has these tables. */
  public static DynamoDbClient client() {
    return CLIENTS.computeIfAbsent(address(), LocalDynamoDb::client);
  }

  /** A client of a DynamoDB that lets each function do what its role allows, and no more. */
  static DynamoDbClient client(URI address) {
    return DynamoDbLocal.client(address, RoleGuard.of(TEMPLATE));
  }

  /** The address of the DynamoDB that has these tables. */
  public static URI address() {
    URI other = OTHER.get();
    return other == null ? Started.SERVER.address() : other;
  }

  /** Deletes an item, as DynamoDB does when its time to live is over. */
  public static void deleteItem(Wiring wiring, String pk, String sk) {
    wiring
        .client()
        .deleteItem(delete ->
            delete
                .tableName(wiring.table())
                .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))));
  }
}
