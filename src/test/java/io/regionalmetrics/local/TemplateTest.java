package io.regionalmetrics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.regionalmetrics.api.Route;
import io.regionalmetrics.function.CatalogFunction;
import io.regionalmetrics.function.CompareFunction;
import io.regionalmetrics.function.IngestFunction;
import io.regionalmetrics.function.RefreshFunction;
import io.regionalmetrics.integration.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void routesAreThoseOfTheCodeWithHeadForEachGetAndOneForTheRest() {
    Stream<String> ofTheCode =
        Route.ALL.stream()
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
  void handlersAreTheFunctionsOfTheCode() {
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
  void everyFunctionWithARouteAnswersBeforeTheGatewayGivesUp() {
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
    assertThat(template.functions().get("CompareFunction").actions())
        .containsExactlyInAnyOrder("dynamodb:BatchGetItem", "dynamodb:Query");
    assertThat(template.functions().get("CatalogFunction").actions())
        .containsExactlyInAnyOrder("dynamodb:BatchGetItem", "dynamodb:Query");
    assertThat(template.functions().get("IngestFunction").actions())
        .containsExactlyInAnyOrder("dynamodb:BatchGetItem", "dynamodb:PutItem");
    assertThat(template.functions().get("RefreshFunction").actions())
        .containsExactlyInAnyOrder("dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem");
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
  void whatSchedulesCannotDeliverIsLeftWithTheDeadLetters() {
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
  void whatTheFunctionFailsAtIsLeftWithTheDeadLettersToo() {
    assertThat(at(refresh(), "EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"))
        .isEqualTo("DeadLetters.Arn");
    assertThat(at(refresh(), "EventInvokeConfig", "MaximumRetryAttempts")).isEqualTo(2);
  }

  @Test
  void ratesAreFetchedOnWorkingDaysAfterTheyAreFixed() {
    Object schedule = at(refresh(), "Events", "EcbRatesSchedule", "Properties");
    assertThat(at(schedule, "ScheduleExpression")).isEqualTo("cron(30 16 ? * MON-FRI *)");
    assertThat(at(schedule, "ScheduleExpressionTimezone")).isEqualTo("Europe/Berlin");
    assertThat(at(schedule, "Input").toString())
        .isEqualToIgnoringWhitespace(Service.file("events/refresh-ecb.json"));
  }

  @Test
  void tableIsFoundByTwoKeysAndPaidByUse() {
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
  void pagesOfAnyOriginMayReadAndNotWrite() {
    assertThat(template.cors())
        .hasValueSatisfying(cors -> {
          assertThat(cors.origins()).containsExactly("*");
          assertThat(cors.methods()).containsExactly("GET", "HEAD");
          assertThat(cors.exposed()).contains("etag");
        });
  }

  @Test
  void templateWithoutATableSaysSo(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), "Resources: {}\n");
    Template empty = Template.read(file);
    assertThatThrownBy(() -> empty.table("some"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("AWS::DynamoDB::Table");
  }
}
