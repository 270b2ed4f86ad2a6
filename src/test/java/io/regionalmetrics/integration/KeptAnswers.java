package io.regionalmetrics.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The example events, and the expected response to each, kept in {@code src/test/resources/answers}
 * in readable form.
 */
final class KeptAnswers {
  private static final Path EVENTS = Path.of("events");
  private static final Path ANSWERS = Path.of("src/test/resources/answers");

  private KeptAnswers() {}

  /**
   * The names of all events except those of feeds, which fetch from other servers. Events that
   * ingest figures come first.
   */
  static List<String> eventsIngestFirst() {
    Comparator<String> ingestFirst = Comparator.comparing(event -> !event.startsWith("ingest-"));
    return names(EVENTS).stream()
        .filter(event -> !event.startsWith("refresh-"))
        .sorted(ingestFirst.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The names of all kept answers; each has the name of its event. */
  static List<String> answers() {
    return names(ANSWERS);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The expected response to an event. */
  static JsonNode of(String event) {
    return Service.json(Service.file(ANSWERS.resolve(event).toString()));
  }

  /** Whether to replace the kept answers, set by {@code KEEP=true} in the environment. */
  static boolean areKeptAnew() {
    return "true".equals(System.getenv("KEEP"));
  }

  /** Replaces the kept answer to an event. */
  static void keep(String event, JsonNode answer) throws IOException {
    Files.writeString(ANSWERS.resolve(event), answer.toPrettyString() + "\n");
  }

  /**
   * A function's response in readable form: a JSON body as JSON instead of as a string, a workbook
   * as the cells of its figures.
   */
  static JsonNode readable(String response) {
    ObjectNode node = (ObjectNode) Service.json(response);
    if (node.at("/headers/content-disposition").asText().contains(".xlsx")) {
      // The file, and with it the tag, has the day of the answer.
      ((ObjectNode) node.get("headers")).remove("etag");
      return node.set("body", figures(Base64.getDecoder().decode(node.get("body").asText())));
    }
    return node.at("/headers/content-type").asText().endsWith("json")
        ? node.set("body", Service.json(node.get("body").textValue()))
        : node;
  }

  private static JsonNode figures(byte[] workbook) {
    ObjectNode cells = JsonNodeFactory.instance.objectNode();
    new OpenedWorkbook(workbook)
        .cells("Figures")
        .forEach((address, cell) ->
            cells.put(address, cell.formula().map(text -> "=" + text).orElse(cell.text())));
    return cells;
  }

  /** The function that handles an event: {@code compare-growth} goes to CompareFunction. */
  static String function(String event) {
    String word = event.substring(0, event.indexOf('-'));
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "Function";
  }
}
