package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.feed.ObjectStore;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The AWS services besides DynamoDB that feeds use and LocalStack has: S3, SQS, Scheduler. */
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
  static void forgetCredentials() {
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
  void csvTableInAnS3BucketIsRead() throws Exception {
    S3InLocalStack s3 = new S3InLocalStack(OnLocalStack.Extension.endpoint());
    s3.makeBucket("figures");
    s3.put("figures", "2018/q%201.csv", TABLE.getBytes(StandardCharsets.UTF_8));
    ObjectStore objects = Wiring.s3(OnLocalStack.Extension.endpoint().toString());
    Wiring wiring =
        new Wiring(LocalDynamoDb.client(), LocalDynamoDb.freshTable(), Service.TODAY, "", objects);
    JsonNode answer = RefreshRunner.run(wiring, event("s3://figures/2018/q%201.csv"));
    assertThat(answer.at("/lastResult/added").asInt()).isEqualTo(1);
    assertThatThrownBy(() -> RefreshRunner.run(wiring, event("s3://figures/none.csv")))
        .hasMessageContaining("answers 404");
  }

  @Test
  void schedulerAcceptsTheScheduleWithItsDeadLetterQueue() throws Exception {
    Template template = Template.read(Template.FILE);
    makeDeadLetterQueue(template.properties("DeadLetters"));
    Map<?, ?> events = (Map<?, ?>) template.properties("RefreshFunction").get("Events");
    for (Map.Entry<?, ?> event : events.entrySet()) {
      String path = "/schedules/" + event.getKey();
      String schedule = schedule((Map<?, ?>) ((Map<?, ?>) event.getValue()).get("Properties"));
      send("POST", "scheduler", path, schedule, "Content-Type", "application/json");
      String stored = send("GET", "scheduler", path, "", "accept", "application/json").body();
      assertThat(Service.json(stored).at("/Target/DeadLetterConfig/Arn").asText())
          .endsWith("dead-letters");
    }
  }

  private static void makeDeadLetterQueue(Map<?, ?> properties) throws Exception {
    String queue =
        "{\"QueueName\": \"dead-letters\", \"Attributes\": {\"MessageRetentionPeriod\": \"%s\", \"SqsManagedSseEnabled\": \"true\"}}"
            .formatted(properties.get("MessageRetentionPeriod"));
    send(
        "POST",
        "sqs",
        "/",
        queue,
        "X-Amz-Target",
        "AmazonSQS.CreateQueue",
        "Content-Type",
        "application/x-amz-json-1.0");
  }

  /** The Scheduler's request for a schedule of the template. */
  private static String schedule(Map<?, ?> properties) {
    Map<?, ?> window = (Map<?, ?>) properties.get("FlexibleTimeWindow");
    Map<?, ?> retries = (Map<?, ?>) properties.get("RetryPolicy");
    return """
    {"ScheduleExpression": "%s", "ScheduleExpressionTimezone": "%s",
     "FlexibleTimeWindow": {"Mode": "%s", "MaximumWindowInMinutes": %s},
     "Target": {"Arn": "arn:aws:lambda:eu-central-1:000000000000:function:refresh",
                "RoleArn": "arn:aws:iam::000000000000:role/schedule", "Input": "{}",
                "RetryPolicy": {"MaximumRetryAttempts": %s, "MaximumEventAgeInSeconds": %s},
                "DeadLetterConfig": {"Arn": "arn:aws:sqs:eu-central-1:000000000000:dead-letters"}}}
    """
        .formatted(
            properties.get("ScheduleExpression"),
            properties.get("ScheduleExpressionTimezone"),
            window.get("Mode"),
            window.get("MaximumWindowInMinutes"),
            retries.get("MaximumRetryAttempts"),
            retries.get("MaximumEventAgeInSeconds"));
  }

  /** The template's table alone: LocalStack has no HTTP APIs, so not the whole template. */
  private static String tableAlone() throws IOException {
    Yaml yaml = new Yaml();
    MappingNode template;
    try (Reader reader = Files.newBufferedReader(Template.FILE)) {
      template = (MappingNode) yaml.compose(reader);
    }
    keep(template, List.of("AWSTemplateFormatVersion", "Parameters", "Conditions", "Resources"));
    keep((MappingNode) entry(template, "Resources").getValueNode(), List.of("Table"));
    StringWriter text = new StringWriter();
    yaml.serialize(template, text);
    return text.toString();
  }

  private static String name(NodeTuple entry) {
    return ((ScalarNode) entry.getKeyNode()).getValue();
  }

  private static NodeTuple entry(MappingNode map, String name) {
    return map.getValue().stream()
        .filter(entry -> name(entry).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void keep(MappingNode map, List<String> names) {
    map.setValue(map.getValue().stream().filter(entry -> names.contains(name(entry))).toList());
  }

  private static String cloudFormation(String action, String more) throws Exception {
    return send(
            "POST",
            "cloudformation",
            "/",
            "Version=2010-05-15&Action=%s&StackName=figures%s".formatted(action, more),
            "Content-Type",
            "application/x-www-form-urlencoded")
        .body();
  }

  @Test
  void cloudFormationCreatesTheTemplatesTableWhichStoresTheArticle() throws Exception {
    String template = URLEncoder.encode(tableAlone(), StandardCharsets.UTF_8);
    String bounds =
        "&Parameters.member.1.ParameterKey=TableReadsPerSecond&Parameters.member.1.ParameterValue=1000";
    cloudFormation("CreateStack", bounds + "&TemplateBody=" + template);
    String stack = cloudFormation("DescribeStacks", "");
    while (stack.contains("CREATE_IN_PROGRESS")) {
      TimeUnit.MILLISECONDS.sleep(200);
      stack = cloudFormation("DescribeStacks", "");
    }
    assertThat(stack).contains("CREATE_COMPLETE");
    String resource = cloudFormation("DescribeStackResources", "&LogicalResourceId=Table");
    String name =
        resource.replaceAll("(?s).*<PhysicalResourceId>(.*?)</PhysicalResourceId>.*", "$1");
    TableDescription table =
        LocalDynamoDb.client().describeTable(describe -> describe.tableName(name)).table();
    assertThat(table.keySchema())
        .extracting(KeySchemaElement::attributeName)
        .containsExactly("pk", "sk");
    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    try (Service service = new Service(new Wiring(LocalDynamoDb.client(), name, Service.TODAY))) {
      assertThat(service.post(Service.article()).at("/added").intValue()).isEqualTo(9);
      assertThat(
              service
                  .get(
                      "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4")
                  .at("/rows/0/growth/value")
                  .intValue())
          .isEqualTo(34);
    }
  }
}
