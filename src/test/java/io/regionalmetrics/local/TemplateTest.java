package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.regionalmetrics.api.ApiRoutes;
import io.regionalmetrics.function.CatalogFunction;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.IngestFunction;
import io.regionalmetrics.function.RefreshFunction;
import io.regionalmetrics.integration.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

class TemplateTest {
  private static Template template;

  @BeforeAll
  static void read() throws IOException {
    template = Template.read(Template.FILE);
  }

  private static List<String> keys() {
    return template.routes().stream().map(Template.Route::key).toList();
  }

  @Test
  void templateHasEachRouteOfTheCodeHeadForEachGetAndADefault() {
    Stream<String> ofTheCode =
        ApiRoutes.ALL.stream()
            .flatMap(route ->
                route.method().equals("GET")
                    ? Stream.of("GET " + route.template(), "HEAD " + route.template())
                    : Stream.of(route.method() + " " + route.template()));
    assertThat(keys())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ofTheCode, Stream.of(Template.Route.DEFAULT)).toList());
  }

  @Test
  void getAndHeadOfAPathGoToTheSameFunction() {
    Map<String, List<String>> functions =
        template.routes().stream()
            .filter(route -> route.key().matches("(GET|HEAD) .*"))
            .collect(
                Collectors.groupingBy(
                    route -> route.key().replaceFirst(".* ", ""),
                    Collectors.mapping(Template.Route::function, Collectors.toList())));
    assertThat(functions.values())
        .allSatisfy(both -> assertThat(both).hasSize(2).containsOnly(both.getFirst()));
  }

  @Test
  void everyFunctionOfTheCodeIsAHandler() {
    assertThat(template.functions().values())
        .extracting(Template.Function::name, Template.Function::handler)
        .containsExactlyInAnyOrder(
            tuple("CompareFunction", CompareFunction.class.getName()),
            tuple("CatalogFunction", CatalogFunction.class.getName()),
            tuple("IngestFunction", IngestFunction.class.getName()),
            tuple("RefreshFunction", RefreshFunction.class.getName()));
  }

  @Test
  void everyFunctionRunsOnJava25() {
    assertThat(template.functions().values())
        .extracting(Template.Function::runtime)
        .containsOnly("java25");
  }

  @Test
  void everyFunctionWithARouteTimesOutBeforeTheGateway() {
    assertThat(template.routes())
        .extracting(route -> template.functions().get(route.function()))
        .extracting(Template.Function::timeout)
        .allMatch(timeout -> timeout.compareTo(Duration.ofSeconds(30)) < 0);
  }

  @Test
  void everyActionIsNamed() {
    assertThat(template.functions().values())
        .allSatisfy(function ->
            assertThat(function.actions()).isNotEmpty().allMatch(name -> !name.contains("*")));
  }

  @Test
  void onlyIngestAndRefreshWrite() {
    assertThat(template.functions().values())
        .filteredOn(function -> function.actions().contains("dynamodb:PutItem"))
        .extracting(Template.Function::name)
        .containsExactlyInAnyOrder("IngestFunction", "RefreshFunction");
  }

  @Test
  void rolesAllowNothingOutsideThisStack() {
    for (String function : template.functions().keySet()) {
      String role =
          at(template.properties(function), "Role").toString().replaceFirst("\\.Arn$", "");
      assertThat(template.properties(role).get("ManagedPolicyArns"))
          .as("AWSLambdaBasicExecutionRole may write any log")
          .isEqualTo(List.of("WritesLogs"));
      for (Object policy : (List<?>) template.properties(role).get("Policies")) {
        for (Object statement : (List<?>) at(policy, "PolicyDocument", "Statement")) {
          assertThat(at(statement, "Resource"))
              .isIn(
                  "DeadLetters.Arn",
                  List.of(
                      "UsesExistingTable",
                      "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${ExistingTable}",
                      "Table.Arn"));
        }
      }
    }
  }

  @Test
  void functionsWithRoutesStartFromTheSnapshotOfAVersion() {
    for (String function : List.of("CompareFunction", "CatalogFunction", "IngestFunction")) {
      assertThat(at(template.properties(function), "SnapStart", "ApplyOn"))
          .isEqualTo("PublishedVersions");
    }
    assertThat(refresh()).doesNotContainKey("SnapStart");
  }

  @Test
  void noFullGarbageCollectionWhilePrimingSlowsTheFirstEvent() {
    assertThat(template.jvmOptions()).contains("-XX:+DisableExplicitGC", "-XX:MetaspaceSize=64m");
  }

  @Test
  void everyFunctionHasAlarmsForErrorsAndThrottles() {
    for (String function : template.functions().keySet()) {
      assertThat(alarms())
          .filteredOn(
              alarm -> alarm.get("Dimensions").toString().contains("Value=" + function + "}"))
          .filteredOn(alarm -> alarm.get("Namespace").equals("AWS/Lambda"))
          .extracting(alarm -> alarm.get("MetricName"))
          .containsExactlyInAnyOrder("Errors", "Throttles");
    }
  }

  @Test
  void everyAlarmNotifiesTheTopicAndIsOnTheDashboard() {
    String dashboard = template.properties("Dashboard").get("DashboardBody").toString();
    assertThat(template.ofType("AWS::CloudWatch::Alarm"))
        .allSatisfy((name, alarm) -> {
          assertThat(alarm.get("AlarmActions").toString()).startsWith("[TellsSomebody, ");
          assertThat(dashboard).contains("${" + name + ".Arn}");
        });
  }

  @Test
  void everyScheduleHasAnAlarmForAMissingHeartbeat() {
    Map<?, ?> schedules = (Map<?, ?>) refresh().get("Events");
    assertThat(alarms())
        .filteredOn(alarm -> alarm.get("MetricName").equals("Refreshed"))
        .hasSize(schedules.size())
        .allSatisfy(alarm -> {
          assertThat(alarm.get("TreatMissingData")).isEqualTo("breaching");
          int hours = Integer.parseInt(alarm.get("EvaluationPeriods").toString());
          assertThat(hours).as("CloudWatch looks back a week at most").isBetween(25, 168);
        });
  }

  private static Collection<Map<String, Object>> alarms() {
    return template.ofType("AWS::CloudWatch::Alarm").values();
  }

  private Map<String, Object> refresh() {
    return template.properties("RefreshFunction");
  }

  private static Object at(Object value, String... path) {
    Object there = value;
    for (String name : path) {
      there = ((Map<?, ?>) there).get(name);
    }
    return there;
  }

  @Test
  void eventsThatSchedulesCannotDeliverGoToTheDeadLetterQueue() {
    Map<?, ?> schedules = (Map<?, ?>) refresh().get("Events");
    assertThat(schedules).hasSize(3);
    assertThat(schedules.values())
        .allSatisfy(schedule -> {
          assertThat(at(schedule, "Type")).isEqualTo("ScheduleV2");
          assertThat(at(schedule, "Properties", "DeadLetterConfig", "Arn"))
              .isEqualTo("DeadLetters.Arn");
          assertThat(at(schedule, "Properties", "RetryPolicy", "MaximumRetryAttempts"))
              .isEqualTo(10);
          assertThat(at(schedule, "Properties", "State")).isNotNull();
        });
  }

  @Test
  void eventsThatTheFunctionFailsOnGoToTheDeadLetterQueue() {
    assertThat(at(refresh(), "EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"))
        .isEqualTo("DeadLetters.Arn");
    assertThat(at(refresh(), "EventInvokeConfig", "MaximumRetryAttempts")).isEqualTo(2);
  }

  @Test
  void ratesAreFetchedOnWorkingDaysAfterTheFixing() {
    Object schedule = at(refresh(), "Events", "EcbRatesSchedule", "Properties");
    assertThat(at(schedule, "ScheduleExpression")).isEqualTo("cron(30 16 ? * MON-FRI *)");
    assertThat(at(schedule, "ScheduleExpressionTimezone")).isEqualTo("Europe/Berlin");
    assertThat(at(schedule, "Input").toString())
        .isEqualToIgnoringWhitespace(Service.file("events/refresh-ecb.json"));
  }

  @Test
  void tableHasTwoKeysAndIsBilledOnDemand() {
    CreateTableRequest table = template.table("some");
    assertThat(table.tableName()).isEqualTo("some");
    assertThat(table.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(table.keySchema())
        .extracting(key -> key.attributeName() + " " + key.keyType())
        .containsExactly("pk " + KeyType.HASH, "sk " + KeyType.RANGE);
    assertThat(table.attributeDefinitions())
        .extracting(
            attribute -> attribute.attributeName() + " " + attribute.attributeTypeAsString())
        .containsExactly("pk S", "sk S");
  }

  @Test
  void tableIsProtectedFromDeletionAndHasBackups() {
    Map<String, Object> table = template.properties("Table");
    assertThat(table.get("DeletionProtectionEnabled")).isEqualTo(true);
    assertThat(at(table, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
        .isEqualTo(true);
    assertThat(at(table, "SSESpecification", "SSEEnabled")).isEqualTo(true);
    assertThat(Service.file("template.yaml"))
        .contains("    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n");
  }

  @Test
  void pagesOfAnyOriginMayReadButNotWrite() {
    assertThat(template.cors())
        .hasValueSatisfying(cors -> {
          assertThat(cors.origins()).containsExactly("*");
          assertThat(cors.methods()).containsExactly("GET", "HEAD");
          assertThat(cors.exposedHeaders()).contains("etag");
        });
  }

  /** CloudFormation's patterns are Java's, and must match the whole value. */
  @ParameterizedTest
  @CsvSource({
    "Contact, Jürgen",
    "Ciks, 1065280",
    "FilingsSince, 1 January 2019",
    "CsvFeed, https://example.org/table.csv",
    "CsvBucket, s3://figures",
    "CorsOrigins, example.org",
    "CorsOrigins, https://example.org/",
    "DomainName, metrics",
    "DomainName, https://metrics.example.org",
    "CertificateArn, arn:aws:iam::123456789012:server-certificate/x",
    "HostedZoneId, example.org",
    "AlarmTopic, me@example.org",
    "ExistingTable, my table",
    "Architecture, arm",
    "LogLevel, info",
    "LogDays, 31",
    "Tracing, true",
    "EcbRates, yes",
    "Filings, no",
    "RefreshConcurrency, 11",
    "RequestsPerSecond, 0",
    "RequestsAtOnce, 5001",
    "SlowMilliseconds, 99",
    "TableReadsPerSecond, 40001",
    "TableWritesPerSecond, -1",
    "EcbRatesStaleHours, 169",
    "FilingsStaleHours, 24",
    "CsvStaleHours, 0"
  })
  void invalidParameterIsRefused(String name, String value) {
    Map<String, Object> parameter = template.parameters().get(name);
    assertThat(isTaken(parameter, value)).isFalse();
    assertThat(isTaken(parameter, parameter.get("Default").toString())).isTrue();
    if (parameter.containsKey("AllowedPattern")) {
      assertThat(parameter).as("the pattern in words").containsKey("ConstraintDescription");
    }
  }

  private static boolean isTaken(Map<String, Object> parameter, String value) {
    if (parameter.get("AllowedValues") instanceof List<?> allowed) {
      return allowed.stream().map(Object::toString).anyMatch(value::equals);
    }
    if (parameter.get("Type").equals("Number")) {
      int number = Integer.parseInt(value);
      return number >= (Integer) parameter.get("MinValue")
          && number <= (Integer) parameter.get("MaxValue");
    }
    return value.matches(parameter.get("AllowedPattern").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "Contact, 'Ada Lovelace, ada@example.org'",
    "Ciks, 0001065280",
    "CsvFeed, '{\"id\": \"table\"}'",
    "CsvBucket, figures.example",
    "CorsOrigins, 'https://example.org,http://localhost:3000'",
    "DomainName, metrics.example.org",
    "CertificateArn, arn:aws:acm:eu-central-1:123456789012:certificate/12345678-90ab",
    "HostedZoneId, Z0123456789ABC",
    "AlarmTopic, arn:aws:sns:eu-central-1:123456789012:alarms",
    "ExistingTable, figures-restored"
  })
  void validParameterIsAccepted(String name, String value) {
    assertThat(isTaken(template.parameters().get(name), value)).isTrue();
  }

  @Test
  void templateWithoutATableIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), "Resources: {}\n");
    Template empty = Template.read(file);
    assertThatThrownBy(() -> empty.table("some"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("AWS::DynamoDB::Table");
  }
}
