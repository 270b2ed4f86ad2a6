package io.regionalmetrics.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regionalmetrics.http.HttpFunction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The sample requests of priming are answered, since a refusal would prime little. */
class SampleRequestsTest {
  @SuppressWarnings("unused")
  private static final Iterable<String> QUESTIONS = SampleRequests.QUESTIONS;

  @SuppressWarnings("unused")
  private static final Iterable<String> CATALOG = SampleRequests.CATALOG;

  @SuppressWarnings("unused")
  private static final Iterable<String> MESSAGES = SampleRequests.MESSAGES;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wiring wiring =
      new Wiring(DynamoDb.on(new MemoryTable()), MemoryTable.NAME, InstantSource.system());

  @BeforeEach
  void storeFigures() {
    String response = SampleRequests.post(wiring.observations(), SampleDocument.json(0));
    assertThat(response).contains("\"statusCode\":200");
  }

  @ParameterizedTest
  @FieldSource("QUESTIONS")
  void comparisonOrSeriesIsAnswered(String question) {
    assertAnswered(wiring.comparisons(), question);
  }

  @ParameterizedTest
  @FieldSource("CATALOG")
  void catalogRequestIsAnswered(String question) {
    assertAnswered(wiring.catalog(), question);
  }

  @ParameterizedTest
  @FieldSource("MESSAGES")
  void messageOfAnAssistantIsAnswered(String message) throws IOException {
    JsonNode response = JSON.readTree(SampleRequests.message(wiring.comparisons(), message));
    JsonNode result = JSON.readTree(body(response)).get("result");
    assertThat(result).as(response.toString()).isNotNull();
    assertThat(result.has("isError")).as(result.toString()).isFalse();
  }

  private static byte[] body(JsonNode response) throws IOException {
    if (!response.get("isBase64Encoded").booleanValue()) {
      return response.get("body").textValue().getBytes(StandardCharsets.UTF_8);
    }
    byte[] zipped = response.get("body").binaryValue();
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return body.readAllBytes();
    }
  }

  @Test
  void laterEditionsAreRevisions() {
    String response = SampleRequests.post(wiring.observations(), SampleDocument.json(1));
    assertThat(response).contains("\"statusCode\":200").contains("\\\"revised\\\":10");
  }

  private static void assertAnswered(HttpFunction function, String question) {
    assertThat(SampleRequests.get(function, question)).contains("\"statusCode\":200");
  }
}
