package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Functions;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the answer to each event in events/ with the kept one. {@code KEEP=true} in the
 * environment replaces the kept answers; look at each one that changes.
 */
class EventsTest {
  private static final Map<String, JsonNode> ANSWERED = new HashMap<>();

  @BeforeAll
  static void invokeAll() throws IOException {
    Wiring wiring = LocalDynamoDb.freshWiring();
    ArticleRates.put(wiring);
    Functions functions = new Functions(Template.read(Template.FILE), wiring);
    for (String event : events()) {
      byte[] response =
          functions.invoke(
              KeptAnswers.function(event), Files.readAllBytes(Path.of("events", event)));
      JsonNode answer = KeptAnswers.readable(new String(response, StandardCharsets.UTF_8));
      if (KeptAnswers.areKeptAnew()) {
        KeptAnswers.keep(event, answer);
      }
      ANSWERED.put(event, answer);
    }
  }

  static List<String> events() {
    return KeptAnswers.eventsIngestFirst();
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventGivesTheKeptAnswer(String event) {
    assertThat(JsonDifference.between(KeptAnswers.of(event), ANSWERED.get(event)))
        .as("events/" + event)
        .isEmpty();
  }

  @Test
  void everyKeptAnswerHasItsEvent() {
    assertThat(KeptAnswers.answers()).containsExactlyInAnyOrderElementsOf(events());
  }
}
