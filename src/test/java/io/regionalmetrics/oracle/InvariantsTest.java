package io.regionalmetrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.integration.Service;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties that hold for every answer. The seed is fixed, as in {@link OracleTest}. */
class InvariantsTest {
  private static final int QUESTIONS = 12;
  private static final Pattern STRING = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"");
  private static final Pattern EXPONENT = Pattern.compile("[0-9][eE][-+0-9]");

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void postingTheSameDocumentsAgainChangesNothing(@ForAll("fallible") Scenario scenario) {
    try (Service service = OracleTest.serviceWith(scenario)) {
      List<String> before = answers(service, scenario);
      for (PublishedDocument document : scenario.documents()) {
        assertThat(service.post(document.json(scenario.regionDefinitions())).text())
            .as(scenario.documents() + " again " + document.id())
            .isEqualTo(
                "{\"observations\":%d,\"added\":0,\"revised\":0,\"unchanged\":%d,\"quarters\":0}"
                    .formatted(document.statements().size(), document.statements().size()));
      }
      assertThat(answers(service, scenario)).isEqualTo(before);
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void orderOfDocumentsDoesNotMatter(@ForAll("fallible") Scenario scenario) {
    Scenario other = scenario.inOrder(new Random(scenario.seed()));
    try (Service service = OracleTest.serviceWith(scenario);
        Service second = OracleTest.serviceWith(other)) {
      assertThat(answers(second, scenario)).isEqualTo(answers(service, scenario));
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void citationOfAnAnswerGivesTheSameAnswer(@ForAll("fallible") Scenario scenario) {
    try (Service service = OracleTest.serviceWith(scenario)) {
      for (IndependentComparison question : questions(scenario)) {
        Service.Reply reply = service.get(question.path());
        if (reply.status() == 200) {
          assertThat(service.get(reply.at("/citation").textValue()).text()).isEqualTo(reply.text());
        }
      }
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void numbersAreInPlainNotationAndWithinTheirBounds(@ForAll("fallible") Scenario scenario) {
    try (Service service = OracleTest.serviceWith(scenario)) {
      for (String answer : answers(service, scenario)) {
        assertThat(EXPONENT.matcher(STRING.matcher(answer).replaceAll("")).find())
            .as(answer)
            .isFalse();
        assertOrdered(Service.json(answer), answer);
      }
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void boundsHoldTheTrueFiguresThatTheDocumentsRound(@ForAll("truthful") Scenario scenario) {
    try (Service service = OracleTest.serviceWith(scenario)) {
      for (IndependentComparison question : questions(scenario)) {
        Service.Reply reply = service.get(question.path());
        if (reply.status() == 200) {
          assertThat(question.boundViolations(reply.json(), scenario.trueFigures()))
              .as(question.path() + scenario.documents() + reply.text())
              .isEmpty();
        }
      }
    }
  }

  @Provide
  Arbitrary<Scenario> fallible() {
    return Arbitraries.randomValue(Scenario::fallible);
  }

  @Provide
  Arbitrary<Scenario> truthful() {
    return Arbitraries.randomValue(Scenario::truthful);
  }

  private static List<IndependentComparison> questions(Scenario scenario) {
    Random random = new Random(scenario.seed());
    return Stream.generate(new RandomComparisons(scenario, random)::next).limit(QUESTIONS).toList();
  }

  /** The bodies of the answers with status 200. */
  private static List<String> answers(Service service, Scenario scenario) {
    return questions(scenario).stream()
        .map(question -> service.get(question.path()))
        .filter(reply -> reply.status() == 200)
        .map(Service.Reply::text)
        .toList();
  }

  private static void assertOrdered(JsonNode node, String answer) {
    if (node.path("value").isNumber() && node.has("low")) {
      assertThat(node.get("low").decimalValue())
          .as(answer)
          .isLessThanOrEqualTo(node.get("value").decimalValue());
      assertThat(node.get("high").decimalValue())
          .as(answer)
          .isGreaterThanOrEqualTo(node.get("value").decimalValue());
    }
    node.forEach(part -> assertOrdered(part, answer));
  }
}
