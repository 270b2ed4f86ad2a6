package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.integration.OpenApi.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract has the form that client generators understand, with names that read well in the
 * clients. {@code .ci/clients} generates the clients and uses them.
 */
class ContractForClientsTest {
  private static final OpenApi CONTRACT = OpenApi.read();

  static Stream<String> schemas() {
    return CONTRACT.components("schemas").keySet().stream();
  }

  private static JsonNode schema(String name) {
    return CONTRACT.components("schemas").get(name);
  }

  /** Generators that merge composed schemas make models of the same name, and drop both. */
  @ParameterizedTest
  @MethodSource("schemas")
  void schemaHasAllItsMembersItself(String name) {
    assertThat(schema(name).has("allOf")).isFalse();
  }

  /** A generator invents a name for a nested object: the name of what holds it, or a number. */
  @ParameterizedTest
  @MethodSource("schemas")
  void everyNestedObjectHasANameOfItsOwn(String name) {
    assertThat(parts(schema(name)))
        .allSatisfy(part -> assertThat(part.has("properties")).isFalse());
  }

  private static List<JsonNode> parts(JsonNode schema) {
    return schema.path("properties").valueStream().flatMap(ContractForClientsTest::parted).toList();
  }

  private static Stream<JsonNode> parted(JsonNode part) {
    return Stream.of(part, part.path("items"));
  }

  /** A choice is between schemas with names, plain values, and null. */
  @ParameterizedTest
  @MethodSource("schemas")
  void everyChoiceIsBetweenNamedSchemas(String name) {
    Stream.concat(Stream.of(schema(name)), parts(schema(name)).stream())
        .flatMap(part -> Stream.of("oneOf", "anyOf").map(part::path))
        .flatMap(JsonNode::valueStream)
        .forEach(choice ->
            assertThat(choice.has("$ref") || choice.path("type").isTextual())
                .as(choice.toString())
                .isTrue());
  }

  /** Generated Python reads a member into a variable that is named after the schema, too. */
  @ParameterizedTest
  @MethodSource("schemas")
  void noMemberIsNamedLikeItsSchema(String name) {
    assertThat(schema(name).path("properties").properties())
        .extracting(Map.Entry::getKey)
        .allSatisfy(member -> assertThat(member).isNotEqualToIgnoringCase(name));
  }

  /** Without these names, generators call {@code base-implied} BASE_MINUS_IMPLIED. */
  @ParameterizedTest
  @MethodSource("schemas")
  void everyWordWithAHyphenHasANameInCode(String name) {
    List<String> words = texts(schema(name).path("enum"));
    if (words.stream().anyMatch(word -> word.matches("[a-z].*-.*"))) {
      assertThat(texts(schema(name).path("x-enum-varnames")))
          .isEqualTo(
              words.stream().map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_')).toList());
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  /** Java has no named arguments; with this mark, its client takes options by setters. */
  @Test
  void everyReadTakesItsOptionsOneByOne() {
    assertThat(CONTRACT.operations())
        .filteredOn(operation -> operation.method().equals("GET"))
        .allSatisfy(operation ->
            assertThat(operation.node().path("x-group-parameters").booleanValue())
                .as(operation.key())
                .isTrue());
  }

  /** Generated clients send defaults, also where they don't belong: a width without a picture. */
  @Test
  void noParameterHasADefaultThatClientsWouldSend() {
    assertThat(CONTRACT.components("parameters").values())
        .allSatisfy(
            parameter -> assertThat(parameter.at("/schema/default").isMissingNode()).isTrue());
  }

  /** The words of a parameter are one enumeration, not one for each operation. */
  @Test
  void wordsOfParametersAreNamedSchemas() {
    assertThat(CONTRACT.components("parameters").values())
        .allSatisfy(parameter ->
            assertThat(parted(parameter.get("schema"))).noneMatch(part -> part.has("enum")));
  }

  /** What a client's methods and classes are called. */
  @Test
  void operationsHaveTheNamesThatAPersonWouldGiveThem() {
    assertThat(CONTRACT.operations())
        .filteredOn(operation -> operation.path().startsWith("/v1/comparisons/"))
        .allSatisfy(operation -> {
          String name = operation.path().substring("/v1/comparisons/".length());
          assertThat(operation.node().get("operationId").textValue()).isEqualTo(name);
          assertThat(answer(operation))
              .isEqualTo(
                  "#/components/schemas/%sAnswer"
                      .formatted(
                          name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        });
  }

  private static String answer(Operation operation) {
    return operation.node().at("/responses/200/content/application~1json/schema/$ref").textValue();
  }
}
