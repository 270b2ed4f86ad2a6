package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.DynamoDbLocal;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.containers.Network;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The functions built by {@code sam build}, in containers, with DynamoDB in LocalStack: their
 * answers equal those of the local service. Runs after {@code sam build}, with {@code -Dsam=true}.
 */
@EnabledIfSystemProperty(
    named = "sam",
    matches = "true",
    disabledReason = "needs sam build, then -Dsam=true")
class SamLocalIT {
  private static final Network NETWORK = Network.newNetwork();
  private static final LocalStackContainer LOCAL_STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
          .withServices("dynamodb", "s3")
          .withNetwork(NETWORK)
          .withNetworkAliases("localstack");

  @BeforeAll
  static void start() throws IOException {
    LOCAL_STACK.start();
    // Puts the rates where containers reach them, as the ECB would.
    S3InLocalStack s3 = new S3InLocalStack(LOCAL_STACK.getEndpoint());
    s3.makeBucket("ecb");
    s3.put("ecb", "stats/eurofxref/eurofxref-hist.zip", ArticleRates.history());
  }

  @AfterAll
  static void stop() {
    LOCAL_STACK.stop();
    NETWORK.close();
  }

  private final SamCli sam = new SamCli(NETWORK.getId(), environment());

  /** The functions' environment: an empty table of their own, and the address of DynamoDB. */
  private static Path environment() {
    String table = "figures-" + UUID.randomUUID();
    LocalDynamoDb.await(LOCAL_STACK.getEndpoint());
    try {
      LocalDynamoDb.createTable(
          DynamoDbLocal.client(LOCAL_STACK.getEndpoint()),
          Template.read(Template.FILE).table(table));
      return Files.writeString(
          Path.of("target", table + ".json"),
          "{\"Parameters\": {\"TABLE\": \"%s\", \"DYNAMODB_ENDPOINT\": \"http://localstack:4566\"}}"
              .formatted(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the feed of rates, which some questions need. */
  private void refreshRates() throws IOException, InterruptedException {
    Path event = Files.createTempFile("refresh", ".json");
    Files.writeString(
        event,
        "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"baseUrl\": \"http://localstack:4566/ecb\"}");
    JsonNode state = Service.json(sam.invoke("RefreshFunction", event));
    assertThat(state.at("/lastResult/added").asInt()).isEqualTo(ArticleRates.usd().size());
  }

  @Test
  void everyEventGivesTheKeptAnswer() throws Exception {
    refreshRates();
    for (String event : KeptAnswers.eventsIngestFirst()) {
      JsonNode answer =
          KeptAnswers.readable(sam.invoke(KeptAnswers.function(event), Path.of("events", event)));
      assertThat(JsonDifference.between(KeptAnswers.of(event), answer))
          .as("events/" + event)
          .isEmpty();
    }
  }

  @Test
  void everyQuestionOfTheReadmeIsAnsweredAsOnLocalhost() throws Exception {
    refreshRates();
    Wiring wiring = LocalDynamoDb.freshWiring();
    ArticleRates.put(wiring);
    try (Service local = new Service(wiring);
        SamCli.Api api = sam.startApi()) {
      ApiPair both = new ApiPair(api.address(), local.address());
      both.post("/v1/observations", Service.article());
      for (String question : readmesQuestions()) {
        both.get(question);
        both.get(question, "accept-encoding", "gzip");
        both.head(question);
      }
      String tag = both.get("/v1/companies").headers().firstValue("etag").orElseThrow();
      assertThat(both.get("/v1/companies", "if-none-match", tag).statusCode()).isEqualTo(304);
    }
  }

  /** The README's curl commands, and every path in its table that needs no parameters. */
  private static List<String> readmesQuestions() {
    String readme = Service.file("README.md");
    Stream<String> asked =
        Pattern.compile("curl (?:-o \\S+ )?'http://127\\.0\\.0\\.1:3000([^']+)'")
            .matcher(readme)
            .results()
            .map(found -> found.group(1));
    Stream<String> listed =
        Stream.of("/v1/companies", "/v1/metrics", "/v1/regions", "/v1/sources", "/openapi.json")
            .filter(path -> readme.contains("`" + path + "`"));
    List<String> questions = Stream.concat(asked, listed).toList();
    assertThat(questions).hasSizeGreaterThan(7);
    return questions;
  }
}
