package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.local.DynamoDbLocal;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.containers.Network;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Every event through {@code sam local invoke}, in the functions as {@code sam build} has made
 * them, with DynamoDB in LocalStack: the answers are those that are kept. Run after {@code sam
 * build}, with {@code -Dsam=true}.
 */
@EnabledIfSystemProperty(
    named = "sam",
    matches = "true",
    disabledReason = "needs sam build, then -Dsam=true")
class SamLocalIT {
  private static final String TABLE = "regional-metrics";
  private static final Path ENVIRONMENT = Path.of("target", "sam-environment.json");
  private static final Network NETWORK = Network.newNetwork();
  private static final LocalStackContainer LOCAL_STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
          .withServices("dynamodb", "s3")
          .withNetwork(NETWORK)
          .withNetworkAliases("localstack");

  @BeforeAll
  static void start() throws IOException {
    LOCAL_STACK.start();
    DynamoDbLocal.client(LOCAL_STACK.getEndpoint())
        .createTable(Template.read(Template.FILE).table(TABLE));
    Files.writeString(
        ENVIRONMENT,
        "{\"Parameters\": {\"TABLE\": \"%s\", \"DYNAMODB_ENDPOINT\": \"http://localstack:4566\"}}"
            .formatted(TABLE));
    publishRates();
  }

  /** Puts the rates where containers reach them, as the ECB would. */
  private static void publishRates() throws IOException {
    S3InLocalStack s3 = new S3InLocalStack(LOCAL_STACK.getEndpoint());
    s3.makeBucket("ecb");
    s3.put("ecb", "stats/eurofxref/eurofxref-hist.zip", ArticleRates.history());
  }

  @AfterAll
  static void stop() {
    LOCAL_STACK.stop();
    NETWORK.close();
  }

  @Test
  void everyEventAnswersAsItIsKept() throws Exception {
    refreshRates();
    for (String event : KeptAnswers.eventsIngestFirst()) {
      JsonNode answer =
          KeptAnswers.readable(invoke(KeptAnswers.function(event), Path.of("events", event)));
      assertThat(answer).as(event).isEqualTo(KeptAnswers.of(event));
    }
  }

  /** The rates that some of the events need come in as they do on a schedule. */
  private static void refreshRates() throws IOException, InterruptedException {
    Path event = Files.createTempFile("refresh", ".json");
    Files.writeString(
        event,
        "{\"id\": \"ecb\", \"feed\": \"ecb-rates\", \"baseUrl\": \"http://localstack:4566/ecb\"}");
    JsonNode state = Service.json(invoke("RefreshFunction", event));
    assertThat(state.at("/lastResult/added").asInt()).isEqualTo(ArticleRates.usd().size());
  }

  private static String invoke(String function, Path event)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sam",
                "local",
                "invoke",
                function,
                "--event",
                event.toString(),
                "--skip-pull-image",
                "--docker-network",
                NETWORK.getId(),
                "--env-vars",
                ENVIRONMENT.toString()));
    if (System.getProperty("os.arch").equals("amd64")) {
      command.addAll(List.of("--parameter-overrides", "Architecture=x86_64"));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().put("AWS_ACCESS_KEY_ID", "test");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(event.toString()).isZero();
    return output.strip();
  }
}
