package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The events, and the answers to them that are kept in src/test/resources/answers, bodies as JSON
 * that people can read.
 */
final class KeptAnswers {
  private static final Path EVENTS = Path.of("events");
  private static final Path ANSWERS = Path.of("src/test/resources/answers");

  private KeptAnswers() {}

  /**
   * The names of all events that nobody else is needed for, those that bring figures first. A
   * feed's event fetches from other servers.
   */
  static List<String> eventsIngestFirst() {
    Comparator<String> ingestFirst = Comparator.comparing(event -> !event.startsWith("ingest-"));
    return names(EVENTS).stream()
        .filter(event -> !event.startsWith("refresh-"))
        .sorted(ingestFirst.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The names of all answers, the same as their events'. */
  static List<String> answers() {
    return names(ANSWERS);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The kept answer to an event. */
  static JsonNode of(String event) {
    return Service.json(Service.file(ANSWERS.resolve(event).toString()));
  }

  /** Whether what is answered is to be kept anew: {@code KEEP=true} in the environment. */
  static boolean areKeptAnew() {
    return "true".equals(System.getenv("KEEP"));
  }

  /** Keeps an answer in the place of the one that was kept. */
  static void keep(String event, JsonNode answer) throws IOException {
    Files.writeString(ANSWERS.resolve(event), answer.toPrettyString() + "\n");
  }

  /** A function's response in the same form: its body as the JSON that it is, where it is. */
  static JsonNode readable(String response) {
    ObjectNode node = (ObjectNode) Service.json(response);
    return node.at("/headers/content-type").asText().endsWith("json")
        ? node.set("body", Service.json(node.get("body").textValue()))
        : node;
  }

  /** The function that an event is for: compare-growth is for CompareFunction. */
  static String function(String event) {
    String word = event.substring(0, event.indexOf('-'));
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "Function";
  }
}
