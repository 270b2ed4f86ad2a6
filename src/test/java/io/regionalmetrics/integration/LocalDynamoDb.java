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

/**
 * A table for each test that asks: in one DynamoDB Local in memory, which starts with the first and
 * goes with the JVM, or in another DynamoDB that is named.
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
   * Waits until a LocalStack answers for DynamoDB, which it starts when it is first asked: that
   * takes longer than a function waits.
   */
  static void await(URI localStack) {
    try (DynamoDbClient patient =
        DynamoDbLocal.builder(localStack).httpClient(UrlConnectionHttpClient.create()).build()) {
      patient.listTables();
    }
  }

  /** From now on tables are made in another DynamoDB. */
  static void use(URI other) {
    OTHER.set(other);
  }

  /** Wires an empty table of the template's, at the time that it is. */
  public static Wiring freshWiring() {
    return freshWiring(InstantSource.system());
  }

  /** Wires an empty table of the template's, at the time that a clock tells. */
  public static Wiring freshWiring(InstantSource clock) {
    return new Wiring(client(), freshTable(), clock);
  }

  /** The name of an empty table of the template's. */
  public static String freshTable() {
    String name = "test-" + UUID.randomUUID();
    client().createTable(TEMPLATE.table(name));
    return name;
  }

  /** The way to all of these tables. */
  public static DynamoDbClient client() {
    return CLIENTS.computeIfAbsent(address(), LocalDynamoDb::client);
  }

  /** A client to some DynamoDB, by which each function can do what its role allows, and no more. */
  static DynamoDbClient client(URI address) {
    return DynamoDbLocal.client(address, RoleGuard.of(TEMPLATE));
  }

  /** Where it listens. */
  public static URI address() {
    URI other = OTHER.get();
    return other == null ? Started.SERVER.address() : other;
  }

  /** Deletes an item, as if its time were over. */
  static void deleteItem(Wiring wiring, String pk, String sk) {
    wiring
        .client()
        .deleteItem(delete ->
            delete
                .tableName(wiring.table())
                .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))));
  }
}
