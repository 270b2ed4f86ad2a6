package io.regionalmetrics.bench;

import io.regionalmetrics.function.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An HTTP client that asks DynamoDB once, and then answers the same requests with the same bytes.
 * What is left to be measured is what the function and the SDK compute: no connection, no database.
 */
final class RememberedDynamoDb implements SdkHttpClient {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Map<Request, Response> responses = new ConcurrentHashMap<>();

  private record Request(String operation, String body) {}

  private record Response(SdkHttpResponse head, byte[] body) {}

  /** The same functions' parts, with this in between. */
  static Wiring behind(Wiring wiring) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .httpClient(new RememberedDynamoDb())
            .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD))
            .endpointOverride(
                wiring.client().serviceClientConfiguration().endpointOverride().orElseThrow())
            .build();
    return wiring.with(client);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer(HttpExecuteRequest asked) throws IOException {
    Request request =
        new Request(
            asked.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow(), body(asked));
    Response response = responses.get(request);
    if (response == null) {
      response = ask(asked);
      responses.put(request, response);
    }
    InputStream body = new ByteArrayInputStream(response.body());
    return HttpExecuteResponse.builder()
        .response(response.head())
        .responseBody(AbortableInputStream.create(body))
        .build();
  }

  private static String body(HttpExecuteRequest request) throws IOException {
    ContentStreamProvider content = request.contentStreamProvider().orElseThrow();
    try (InputStream body = content.newStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Response ask(HttpExecuteRequest request) throws IOException {
    HttpExecuteResponse response = http.prepareRequest(request).call();
    try (InputStream body = response.responseBody().orElseThrow()) {
      return new Response(response.httpResponse(), body.readAllBytes());
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
