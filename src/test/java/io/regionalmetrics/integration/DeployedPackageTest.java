package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The functions with only the deployed classes, since the tests' class path would hide missing
 * ones.
 */
class DeployedPackageTest {
  private static final Map<String, String> SDK =
      Map.of(
          "aws.region", "eu-central-1", "aws.accessKeyId", "test", "aws.secretAccessKey", "test");

  private static final Set<String> LOADED = ConcurrentHashMap.newKeySet();

  private static URLClassLoader deployed;
  private static Object wiring;

  @BeforeAll
  static void load() throws IOException, ReflectiveOperationException {
    List<URL> path = new ArrayList<>(List.of(Path.of("target/classes").toUri().toURL()));
    for (String entry : Files.readAllLines(Path.of("target/runtime.classpath"))) {
      path.add(Path.of(entry).toUri().toURL());
    }
    SDK.forEach(System::setProperty);
    deployed = remembering(path.toArray(URL[]::new));
    wiring =
        type("function.Wiring")
            .getMethod("of", Map.class)
            .invoke(
                null,
                Map.of(
                    "TABLE",
                    LocalDynamoDb.freshTable(),
                    "DYNAMODB_ENDPOINT",
                    LocalDynamoDb.address().toString()));
    assertThat(status(invoke("IngestFunction", Service.file("events/ingest-article.json"))))
        .isEqualTo(200);
  }

  /** Loads classes and records their names. */
  private static URLClassLoader remembering(URL[] path) {
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        LOADED.add(name);
        return super.findClass(name);
      }
    };
  }

  @AfterAll
  static void close() throws IOException {
    SDK.keySet().forEach(System::clearProperty);
    deployed.close();
  }

  @Test
  void csvDocumentIsStored() throws ReflectiveOperationException {
    ObjectNode event = (ObjectNode) Service.json(Service.file("events/ingest-article.json"));
    ((ObjectNode) event.get("headers")).put("content-type", "text/csv");
    event.put(
        "body",
        """
        company,metric,region,period,value,decimals,note,source_id,source_title,source_publisher,source_published,source_kind
        twitter,users,US,2017-Q4,68000000,-6,"a ""quoted"", note",letter,Letter,Twitter,2018-02-08,company
        """);
    JsonNode response = invoke("IngestFunction", event.toString());
    assertThat(status(response)).as(response.toString()).isEqualTo(200);
    assertThat(response.get("body").asText()).contains("\"added\":1");
  }

  @Test
  void badCsvIsAProblem() throws ReflectiveOperationException {
    ObjectNode event = (ObjectNode) Service.json(Service.file("events/ingest-article.json"));
    ((ObjectNode) event.get("headers")).put("content-type", "text/csv");
    event.put("body", "company,metric\n\"twitter\" x,users\n");
    JsonNode response = invoke("IngestFunction", event.toString());
    assertThat(status(response)).as(response.toString()).isEqualTo(400);
  }

  @Test
  void everyFormatIsServed() throws ReflectiveOperationException {
    for (String event :
        List.of("compare-growth", "compare-growth-csv", "compare-drivers", "compare-series")) {
      JsonNode response = invoke("CompareFunction", Service.file("events/" + event + ".json"));
      assertThat(status(response)).as(event + response).isEqualTo(200);
    }
    ObjectNode series = (ObjectNode) Service.json(Service.file("events/compare-series.json"));
    series.put("rawQueryString", series.get("rawQueryString").asText() + "&format=sdmx-csv");
    JsonNode response = invoke("CompareFunction", series.toString());
    assertThat(response.get("body").asText()).startsWith("STRUCTURE,").contains("2017-Q4");
  }

  /** A function that answers with figures must not spend its start on other classes. */
  @Test
  void classesOfPicturesAndWorkbooksAreLoadedOnlyForThem() throws ReflectiveOperationException {
    for (String event : List.of("compare-growth", "compare-growth-csv", "compare-series")) {
      invoke("CompareFunction", Service.file("events/" + event + ".json"));
    }
    assertThat(LOADED)
        .contains("io.regionalmetrics.representation.Representation")
        .noneMatch(this::isOfPictures)
        .noneMatch(name -> name.startsWith("io.regionalmetrics.workbook."));
    ObjectNode growth = (ObjectNode) Service.json(Service.file("events/compare-growth.json"));
    growth.put("rawQueryString", growth.get("rawQueryString").asText() + "&format=svg");
    JsonNode response = invoke("CompareFunction", growth.toString());
    assertThat(response.get("body").asText()).as(response.toString()).startsWith("<svg");
    assertThat(LOADED).anyMatch(this::isOfPictures);
    growth.put("rawQueryString", growth.get("rawQueryString").asText().replace("svg", "xlsx"));
    response = invoke("CompareFunction", growth.toString());
    assertThat(response.get("isBase64Encoded").asBoolean()).as(response.toString()).isTrue();
    assertThat(LOADED).contains("io.regionalmetrics.workbook.AnswerWorkbook");
  }

  /** A function that answers a GET must not spend its start on assistants. */
  @Test
  void classesForAssistantsAreLoadedOnlyForAMessage() throws ReflectiveOperationException {
    for (String event : List.of("compare-growth", "compare-growth-csv", "compare-series")) {
      invoke("CompareFunction", Service.file("events/" + event + ".json"));
    }
    assertThat(LOADED).noneMatch(this::isOfAssistants);
    JsonNode response =
        invoke("CompareFunction", Service.file("events/compare-assistant-growth.json"));
    assertThat(response.get("body").asText())
        .as(response.toString())
        .contains("\"structuredContent\":{");
    assertThat(LOADED).anyMatch(this::isOfAssistants);
    ObjectNode document =
        (ObjectNode) Service.json(Service.file("events/compare-assistant-growth.json"));
    document.set("headers", Service.json("{\"content-type\": \"application/json\"}"));
    document.put(
        "body",
        """
        {"jsonrpc": "2.0", "id": 1, "method": "resources/read", "params": {"uri": "regional-metrics:///docs/api.md"}}
        """);
    assertThat(invoke("CompareFunction", document.toString()).get("body").asText())
        .contains("# The API");
  }

  private boolean isOfAssistants(String name) {
    return name.startsWith("io.regionalmetrics.mcp.")
        || name.startsWith("io.regionalmetrics.find.")
        || name.contains(".representation.Markdown")
        || name.endsWith(".AnswerMarkdown");
  }

  private boolean isOfPictures(String name) {
    return name.startsWith("io.regionalmetrics.chart.") || name.endsWith(".Labels");
  }

  @Test
  void contractAndCatalogAreServed() throws ReflectiveOperationException {
    ObjectNode event = (ObjectNode) Service.json(Service.file("events/catalog-companies.json"));
    assertThat(status(invoke("CatalogFunction", event.toString()))).isEqualTo(200);
    event.put("rawPath", "/openapi.json");
    assertThat(status(invoke("CatalogFunction", event.toString()))).isEqualTo(200);
  }

  private static int status(JsonNode response) {
    return response.path("statusCode").asInt();
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return deployed.loadClass("io.regionalmetrics." + name);
  }

  private static JsonNode invoke(String function, String event)
      throws ReflectiveOperationException {
    Class<?> context = deployed.loadClass("com.amazonaws.services.lambda.runtime.Context");
    Object handler =
        type("function." + function).getConstructor(type("function.Wiring")).newInstance(wiring);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler
        .getClass()
        .getMethod("handleRequest", InputStream.class, OutputStream.class, context)
        .invoke(
            handler,
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            response,
            Proxy.newProxyInstance(
                deployed,
                new Class<?>[] {context},
                (proxy, method, arguments) ->
                    method.getReturnType() == int.class
                        ? (Object) 10_000
                        : UUID.randomUUID().toString()));
    return Service.json(response.toString(StandardCharsets.UTF_8));
  }
}
