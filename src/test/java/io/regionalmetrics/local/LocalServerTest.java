package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String GROWTH =
      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4";

  private static Template template;
  private static LocalServer server;

  @BeforeAll
  static void startWithTheArticle() throws IOException {
    template = Template.read(Template.FILE);
    Functions functions = new Functions(template, LocalDynamoDb.freshWiring());
    byte[] article = Files.readAllBytes(Path.of("events/ingest-article.json"));
    assertThat(Response.read(functions.invoke("IngestFunction", article)).isSuccess()).isTrue();
    server = LocalServer.start(template, functions, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void questionIsAnswered() throws Exception {
    HttpResponse<String> answer = send("GET", GROWTH);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo("application/json");
    assertThat(new ObjectMapper().readTree(answer.body()).at("/rows/0/growth/value").intValue())
        .isEqualTo(34);
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws Exception {
    HttpResponse<String> get = send("GET", GROWTH);
    HttpResponse<String> head = send("HEAD", GROWTH);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "etag")).isNotEmpty().isEqualTo(header(get, "etag"));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void unchangedAnswerIsNotSentAgain() throws Exception {
    String etag = header(send("GET", GROWTH), "etag");
    HttpResponse<String> again = send(request(GROWTH).header("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void connectionStaysUsableAfterAnswersWithoutABody() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(send("HEAD", GROWTH).statusCode()).isEqualTo(200);
      assertThat(send("GET", GROWTH).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void documentIsStoredWithoutASignature() throws Exception {
    String article =
        new ObjectMapper()
            .readTree(Path.of("events/ingest-article.json").toFile())
            .get("body")
            .textValue();
    HttpResponse<String> answer =
        send(
            request("/v1/observations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(article)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(answer.body()).get("added").intValue()).isZero();
  }

  @Test
  void unknownPathIsAProblem() throws Exception {
    HttpResponse<String> answer = send("GET", "/v2/companies");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void wrongMethodIsAnsweredWithTheMethodsAllowed() throws Exception {
    HttpResponse<String> answer = send("DELETE", "/v1/companies");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void preflightRequestIsAnsweredByTheGateway() throws Exception {
    HttpResponse<String> answer =
        send(
            request(GROWTH)
                .header("Origin", "https://news.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
    assertThat(header(answer, "access-control-allow-methods")).isEqualTo("GET,HEAD");
    assertThat(header(answer, "access-control-allow-headers")).contains("if-none-match");
    assertThat(header(answer, "access-control-max-age")).isEqualTo("86400");
  }

  @Test
  void pageOfAnotherOriginMayRead() throws Exception {
    HttpResponse<String> answer = send(request(GROWTH).header("Origin", "https://news.example"));
    assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
    assertThat(header(answer, "access-control-expose-headers")).contains("etag");
  }

  @Test
  void requestWithoutAnOriginGetsNoCorsHeaders() throws Exception {
    assertThat(send("GET", GROWTH).headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void bodyTooLargeForTheGatewayIsRefused() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/v1/observations")
                .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void pathIsDecodedAsTheGatewayDoes() throws Exception {
    assertThat(send("GET", "/v1/companies/twi%74ter").statusCode()).isEqualTo(200);
  }

  /** Always fails. */
  public static final class Failing implements RequestStreamHandler {
    /** Takes the arguments of the functions. */
    public Failing(Wiring wiring) {}

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      throw new IllegalStateException("secret");
    }
  }

  @Test
  void failureOfAFunctionIsAnsweredWithoutItsCause(@TempDir Path folder) throws Exception {
    String failing =
        Files.readString(Template.FILE)
            .replace("io.regionalmetrics.function.CompareFunction", Failing.class.getName());
    Template broken = Template.read(Files.writeString(folder.resolve("template.yaml"), failing));
    Functions functions = new Functions(broken, LocalDynamoDb.freshWiring());
    try (LocalServer own = LocalServer.start(broken, functions, 0)) {
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(URI.create(own.address() + GROWTH)));
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void onlyThisMachineCanReachTheServer() {
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void portInUseIsRefused() {
    int taken = server.address().getPort();
    assertThatThrownBy(() ->
            LocalServer.start(
                template, new Functions(template, LocalDynamoDb.freshWiring()), taken))
        .isInstanceOf(BindException.class);
  }
}
