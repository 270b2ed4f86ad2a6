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
 * An HTTP client that sends each request to DynamoDB once and repeats the response after that. What
 * remains to be measured is the computing in the function and the SDK, without the database.
 */
final class RememberedDynamoDb implements SdkHttpClient {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Map<Request, Response> responses = new ConcurrentHashMap<>();

  private record Request(String operation, String body) {}

  private record Response(SdkHttpResponse head, byte[] body) {}

  /** A wiring whose client uses this HTTP client. */
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

  private HttpExecuteResponse answer(HttpExecuteRequest sent) throws IOException {
    Request request =
        new Request(
            sent.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow(), body(sent));
    Response response = responses.get(request);
    if (response == null) {
      response = send(sent);
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

  private Response send(HttpExecuteRequest request) throws IOException {
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
