package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Requests reuse a connection without waiting to learn whether it is still open. */
class DynamoDbTest {
  private static final String ITEM = "{\"Item\":{\"pk\":{\"S\":\"one\"}}}";

  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private HttpServer server;

  /** A request that the server received: its client's port, Content-Length and body's length. */
  private record ReceivedRequest(int port, String length, int bytes) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          int bytes = exchange.getRequestBody().readAllBytes().length;
          received.add(
              new ReceivedRequest(
                  exchange.getRemoteAddress().getPort(),
                  exchange.getRequestHeaders().getFirst("Content-Length"),
                  bytes));
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(200, ITEM.length());
          exchange.getResponseBody().write(ITEM.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void get(DynamoDbClient client) {
    assertThat(
            client
                .getItem(
                    get -> get.tableName("table").key(Map.of("pk", AttributeValue.fromS("one"))))
                .item())
        .containsEntry("pk", AttributeValue.fromS("one"));
  }

  @Test
  void requestsHaveAContentLengthAndShareAConnection() {
    try (DynamoDbClient client =
        DynamoDb.builder("http://127.0.0.1:" + server.getAddress().getPort())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .build()) {
      get(client);
      get(client);
    }
    assertThat(received)
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.length()).isEqualTo("" + one.bytes()));
    assertThat(received.getFirst().port()).isEqualTo(received.getLast().port());
    assertThat(received.getFirst().bytes()).isPositive();
  }

  @Test
  void sdkSetsNoContentLength() {
    List<HttpExecuteRequest> requests = new CopyOnWriteArrayList<>();
    MemoryTable memory = new MemoryTable();
    SdkHttpClient recorder =
        new SdkHttpClient() {
          @Override
          public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            requests.add(request);
            return memory.prepareRequest(request);
          }

          @Override
          public void close() {}
        };
    try (DynamoDbClient client = DynamoDb.on(recorder)) {
      client.batchGetItem(get ->
          get.requestItems(
              Map.of(
                  MemoryTable.NAME,
                  KeysAndAttributes.builder()
                      .keys(
                          Map.of(
                              "pk", AttributeValue.fromS("one"), "sk", AttributeValue.fromS("two")))
                      .build())));
    }
    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().httpRequest().headers())
        .containsKey("Authorization")
        .doesNotContainKey("Content-Length");
    assertThat(requests.getFirst().httpRequest().firstMatchingHeader("Authorization").orElseThrow())
        .doesNotContain("content-length");
  }
}
