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

/** What holds for all answers, whatever they are; with a fixed seed, as in {@link OracleTest}. */
class InvariantsTest {
  private static final int QUESTIONS = 12;
  private static final Pattern STRING = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"");
  private static final Pattern EXPONENT = Pattern.compile("[0-9][eE][-+0-9]");

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void sameDocumentsAgainChangeNothing(@ForAll("fallible") Case said) {
    try (Service service = OracleTest.taken(said)) {
      List<String> before = answers(service, said);
      for (Paper paper : said.papers()) {
        assertThat(service.post(paper.json(said.atlas())).text())
            .as(said.papers() + " again " + paper.id())
            .isEqualTo(
                "{\"observations\":%d,\"added\":0,\"revised\":0,\"unchanged\":%d,\"quarters\":0}"
                    .formatted(paper.says().size(), paper.says().size()));
      }
      assertThat(answers(service, said)).isEqualTo(before);
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void documentsMayArriveInAnyOrder(@ForAll("fallible") Case said) {
    Case other = said.inOrder(new Random(said.seed()));
    try (Service service = OracleTest.taken(said);
        Service second = OracleTest.taken(other)) {
      assertThat(answers(second, said)).isEqualTo(answers(service, said));
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void citationGivesTheSameAnswer(@ForAll("fallible") Case said) {
    try (Service service = OracleTest.taken(said)) {
      for (Asked asked : questions(said)) {
        Service.Reply reply = service.get(asked.path());
        if (reply.status() == 200) {
          assertThat(service.get(reply.at("/citation").textValue()).text()).isEqualTo(reply.text());
        }
      }
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void numbersArePlainAndWithinTheirBounds(@ForAll("fallible") Case said) {
    try (Service service = OracleTest.taken(said)) {
      for (String answer : answers(service, said)) {
        assertThat(EXPONENT.matcher(STRING.matcher(answer).replaceAll("")).find())
            .as(answer)
            .isFalse();
        assertOrdered(Service.json(answer), answer);
      }
    }
  }

  @Property(tries = 15, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void boundsHoldTheTruthThatTheDocumentsRound(@ForAll("truthful") Case said) {
    try (Service service = OracleTest.taken(said)) {
      for (Asked asked : questions(said)) {
        Service.Reply reply = service.get(asked.path());
        if (reply.status() == 200) {
          assertThat(asked.lies(reply.json(), said.truth()))
              .as(asked.path() + said.papers() + reply.text())
              .isEmpty();
        }
      }
    }
  }

  @Provide
  Arbitrary<Case> fallible() {
    return Arbitraries.randomValue(Case::fallible);
  }

  @Provide
  Arbitrary<Case> truthful() {
    return Arbitraries.randomValue(Case::truthful);
  }

  private static List<Asked> questions(Case said) {
    Random random = new Random(said.seed());
    return Stream.generate(() -> Asked.any(said, random)).limit(QUESTIONS).toList();
  }

  /** Those that are answered. */
  private static List<String> answers(Service service, Case said) {
    return questions(said).stream()
        .map(asked -> service.get(asked.path()))
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
