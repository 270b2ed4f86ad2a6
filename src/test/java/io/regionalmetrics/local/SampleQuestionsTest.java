package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.integration.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions in {@code docs/examples.json}, asked of a service with the sample figures. {@code
 * docs/examples.md} lists them with their answers; {@code KEEP=true} in the environment renews it.
 */
class SampleQuestionsTest {
  private static final Path PAGE = Path.of("docs/examples.md");
  private static final Pattern SHOWN_ANSWER =
      Pattern.compile(
          "curl 'http://127\\.0\\.0\\.1:3000([^']+)'\n```\n\n```json\n(.*?)```", Pattern.DOTALL);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;

  private static LocalInstance instance;
  private static LocalServer server;

  @BeforeAll
  static void start() throws IOException {
    Template template = Template.read(Template.FILE);
    instance = LocalInstance.open(folder, template);
    instance.load();
    server = LocalServer.start(template, instance.functions(), 0);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    instance.close();
  }

  private static List<JsonNode> all() {
    return StreamSupport.stream(
            Service.json(Service.file("docs/examples.json")).spliterator(), false)
        .toList();
  }

  /** The questions to which the sample figures alone are the answer. */
  static Stream<JsonNode> examples() {
    return all().stream().filter(one -> !one.has("after"));
  }

  /** The questions that are asked after a document was posted. */
  static Stream<JsonNode> afterDocuments() {
    return all().stream().filter(one -> one.has("after"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachExampleShowsWhatItStandsFor(JsonNode example) {
    JsonNode answer = answer(example);
    assertThat(codes(answer)).containsAll(texts(example.path("findings")));
    if (example.has("missing")) {
      assertThat(answer.findValuesAsText("missing")).contains(example.get("missing").textValue());
    } else {
      assertThat(answer.get("rows").findValues("low")).isNotEmpty();
    }
    if (example.has("verdict")) {
      assertThat(answer.findValuesAsText("verdict")).contains(example.get("verdict").textValue());
    }
    assertThat(answer.get("sentence").textValue()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachExampleIsDrawn(JsonNode example) {
    assertThat(get(example.get("request").textValue() + "&format=svg").body()).contains("<svg");
  }

  @ParameterizedTest
  @MethodSource("afterDocuments")
  void aMistakeInAPostedDocumentIsFound(JsonNode example) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    Template template = Template.read(Template.FILE);
    try (LocalInstance other = LocalInstance.open(own, template)) {
      other.load();
      try (LocalServer served = LocalServer.start(template, other.functions(), 0)) {
        String document = Service.file(example.get("after").textValue());
        assertThat(send(served, "/v1/observations", document).statusCode()).isEqualTo(200);
        JsonNode answer = Service.json(send(served, example.get("request").textValue(), "").body());
        assertThat(answer.findValuesAsText("verdict")).contains(example.get("verdict").textValue());
      }
    }
  }

  /** The answers are shortened: what the README shows is in the answer, at the same place. */
  @Test
  void theReadmeShowsTheAnswersThatItsQuestionsGet() {
    List<MatchResult> shown = SHOWN_ANSWER.matcher(Service.file("README.md")).results().toList();
    assertThat(shown).hasSize(3);
    for (MatchResult answer : shown) {
      String request = answer.group(1);
      assertShown(
          Service.json(answer.group(2)), Service.json(get(request).body()), "answer to " + request);
    }
  }

  private static void assertShown(JsonNode shown, JsonNode answer, String where) {
    if (shown.isObject()) {
      shown
          .properties()
          .forEach(one ->
              assertShown(one.getValue(), answer.path(one.getKey()), where + ", " + one.getKey()));
    } else if (shown.isArray()) {
      for (int index = 0; index < shown.size(); index++) {
        assertShown(shown.get(index), answer.path(index), where + ", " + index);
      }
    } else {
      assertThat(answer).as(where).isEqualTo(shown);
    }
  }

  @Test
  void everyComparisonHasAnExample() {
    Set<String> comparisons = new TreeSet<>();
    examples()
        .map(one -> one.get("request").textValue())
        .forEach(
            request -> comparisons.add(request.replaceFirst("\\?.*", "").replaceFirst(".*/", "")));
    assertThat(comparisons)
        .containsExactly(
            "check",
            "contribution",
            "drivers",
            "growth",
            "regions",
            "revisions",
            "series",
            "share");
  }

  @Test
  void thePageOfExamplesHasTheirAnswers() throws IOException {
    String page = page();
    if ("true".equals(System.getenv("KEEP"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Service.file(PAGE.toString())).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    String group = "";
    for (JsonNode example : all()) {
      String next = example.get("group").textValue();
      if (!next.equals(group)) {
        page.append("\n## ").append(next).append('\n');
        group = next;
      }
      page.append('\n').append(entry(example));
    }
    return page.toString();
  }

  private static final String INTRODUCTION =
      """
      # Examples

      Questions to the [sample figures](samples.md), with their answers. Each links to the answer on this machine, after
      `mvn -Plocal`; with `&format=svg` it is drawn. The same list is in [examples.json](examples.json). A test asks all of
      them, and made this page.
      """;

  private static String entry(JsonNode example) {
    List<String> parts = new ArrayList<>();
    parts.add("**%s**".formatted(example.get("question").textValue()));
    parts.add(
        example.has("after")
            ? "After `curl -H 'content-type: application/json' -d @%s http://127.0.0.1:3000/v1/observations`:"
                    .formatted(example.get("after").textValue())
                + " the two sources are inconsistent."
            : answer(example).get("sentence").textValue());
    parts.add("[`%1$s`](http://127.0.0.1:3000%1$s)".formatted(example.get("request").textValue()));
    List<String> shows = texts(example.path("findings"));
    return String.join("\\\n", parts)
        + (shows.isEmpty() ? "" : " shows `%s`".formatted(String.join("`, `", shows)))
        + "\n";
  }

  private static JsonNode answer(JsonNode example) {
    return Service.json(get(example.get("request").textValue()).body());
  }

  private static HttpResponse<String> get(String request) {
    HttpResponse<String> response = send(server, request, "");
    assertThat(response.statusCode()).as(request + ": " + response.body()).isEqualTo(200);
    return response;
  }

  private static HttpResponse<String> send(LocalServer to, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to.address() + path));
    if (!body.isEmpty()) {
      request.header("content-type", "application/json").POST(BodyPublishers.ofString(body));
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<String> codes(JsonNode answer) {
    return answer.path("findings").findValuesAsText("code");
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
