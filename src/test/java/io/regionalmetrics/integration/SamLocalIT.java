package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.DynamoDbLocal;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.containers.Network;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
  private static final Network NETWORK = Network.newNetwork();
  private static final LocalStackContainer LOCAL_STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
          .withServices("dynamodb")
          .withNetwork(NETWORK)
          .withNetworkAliases("localstack");

  @BeforeAll
  static void start() throws IOException {
    LOCAL_STACK.start();
    DynamoDbClient client = DynamoDbLocal.client(LOCAL_STACK.getEndpoint());
    client.createTable(Template.read(Template.FILE).table(TABLE));
    ArticleRates.put(new Wiring(client, TABLE, InstantSource.system()));
  }

  @AfterAll
  static void stop() {
    LOCAL_STACK.stop();
    NETWORK.close();
  }

  @Test
  void everyEventAnswersAsItIsKept() throws Exception {
    Path environment = Files.createTempFile("env", ".json");
    Files.writeString(
        environment,
        "{\"Parameters\": {\"TABLE\": \"%s\", \"DYNAMODB_ENDPOINT\": \"http://localstack:4566\"}}"
            .formatted(TABLE));
    for (String event : KeptAnswers.eventsIngestFirst()) {
      JsonNode answer = KeptAnswers.readable(invoke(event, environment));
      assertThat(answer).as(event).isEqualTo(KeptAnswers.of(event));
    }
  }

  private static String invoke(String event, Path environment)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sam",
                "local",
                "invoke",
                KeptAnswers.function(event),
                "--event",
                "events/" + event,
                "--skip-pull-image",
                "--docker-network",
                NETWORK.getId(),
                "--env-vars",
                environment.toString()));
    if (System.getProperty("os.arch").equals("amd64")) {
      command.addAll(List.of("--parameter-overrides", "Architecture=x86_64"));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().put("AWS_ACCESS_KEY_ID", "test");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(event).isZero();
    return output.strip();
  }
}
