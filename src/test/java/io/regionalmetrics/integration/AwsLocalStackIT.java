package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a schedule touches besides DynamoDB, as far as LocalStack has it: S3, SQS, Scheduler. */
@OnLocalStack
class AwsLocalStackIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String TABLE =
      """
      company,metric,region,period,value,decimals
      acme,revenue,JP,2017-Q4,106000000,-6
      """;

  @BeforeAll
  static void useCredentials() {
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterAll
  static void forgetThem() {
    System.clearProperty("aws.region");
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private static HttpResponse<String> send(
      String method, String service, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(OnLocalStack.Extension.endpoint() + path))
            .method(method, BodyPublishers.ofString(body))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20180301/eu-central-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                    .formatted(service))
            .headers(headers)
            .build();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    return response;
  }

  private static String event(String url) {
    return """
    {"id": "acme", "feed": "csv", "url": "%s",
     "source": {"id": "acme-table", "title": "Acme's table", "publisher": "Acme", "kind": "company"},
     "companies": [{"id": "acme", "name": "Acme"}],
     "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "dimension": "money", "unit": "USD"}]}
    """
        .formatted(url);
  }

  @Test
  void tableInABucketIsRead() throws Exception {
    S3InLocalStack s3 = new S3InLocalStack(OnLocalStack.Extension.endpoint());
    s3.makeBucket("figures");
    s3.put("figures", "2018/q%201.csv", TABLE.getBytes(StandardCharsets.UTF_8));
    ObjectStore objects = Wiring.s3(OnLocalStack.Extension.endpoint().toString());
    Wiring wiring =
        new Wiring(LocalDynamoDb.client(), LocalDynamoDb.freshTable(), Service.TODAY, "", objects);
    JsonNode answer = Refreshing.run(wiring, event("s3://figures/2018/q%201.csv"));
    assertThat(answer.at("/lastResult/added").asInt()).isEqualTo(1);
    assertThatThrownBy(() -> Refreshing.run(wiring, event("s3://figures/none.csv")))
        .hasMessageContaining("answers 404");
  }

  @Test
  void scheduleIsTakenWithItsDeadLetters() throws Exception {
    Template template = Template.read(Template.FILE);
    String queue =
        "{\"QueueName\": \"dead-letters\", \"Attributes\": {\"MessageRetentionPeriod\": \"%s\", \"SqsManagedSseEnabled\": \"true\"}}"
            .formatted(template.properties("DeadLetters").get("MessageRetentionPeriod"));
    send(
        "POST",
        "sqs",
        "/",
        queue,
        "X-Amz-Target",
        "AmazonSQS.CreateQueue",
        "Content-Type",
        "application/x-amz-json-1.0");
    Map<?, ?> events = (Map<?, ?>) template.properties("RefreshFunction").get("Events");
    for (Map.Entry<?, ?> event : events.entrySet()) {
      Map<?, ?> schedule = (Map<?, ?>) ((Map<?, ?>) event.getValue()).get("Properties");
      Map<?, ?> window = (Map<?, ?>) schedule.get("FlexibleTimeWindow");
      Map<?, ?> retries = (Map<?, ?>) schedule.get("RetryPolicy");
      String body =
          """
          {"ScheduleExpression": "%s", "ScheduleExpressionTimezone": "%s",
           "FlexibleTimeWindow": {"Mode": "%s", "MaximumWindowInMinutes": %s},
           "Target": {"Arn": "arn:aws:lambda:eu-central-1:000000000000:function:refresh",
                      "RoleArn": "arn:aws:iam::000000000000:role/schedule", "Input": "{}",
                      "RetryPolicy": {"MaximumRetryAttempts": %s, "MaximumEventAgeInSeconds": %s},
                      "DeadLetterConfig": {"Arn": "arn:aws:sqs:eu-central-1:000000000000:dead-letters"}}}
          """
              .formatted(
                  schedule.get("ScheduleExpression"),
                  schedule.get("ScheduleExpressionTimezone"),
                  window.get("Mode"),
                  window.get("MaximumWindowInMinutes"),
                  retries.get("MaximumRetryAttempts"),
                  retries.get("MaximumEventAgeInSeconds"));
      send(
          "POST",
          "scheduler",
          "/schedules/" + event.getKey(),
          body,
          "Content-Type",
          "application/json");
      String kept =
          send("GET", "scheduler", "/schedules/" + event.getKey(), "", "accept", "application/json")
              .body();
      assertThat(Service.json(kept).at("/Target/DeadLetterConfig/Arn").asText())
          .endsWith("dead-letters");
    }
  }
}
