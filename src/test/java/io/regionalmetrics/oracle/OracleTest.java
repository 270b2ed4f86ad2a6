package io.regionalmetrics.oracle;

import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Compares the service with an oracle on random documents and questions. The oracle follows the
 * design document and shares no code with the service. A failure shows the smallest set of
 * statements that causes it. The seed is fixed, so that each build runs the same tests; another
 * seed tries other documents.
 */
class OracleTest {
  private static final int QUESTIONS = 20;

  @Property(tries = 30, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void serviceGivesTheAnswersOfTheOracle(@ForAll("fallible") Scenario scenario) {
    Random random = new Random(scenario.seed());
    try (Service service = serviceWith(scenario)) {
      for (int i = 0; i < QUESTIONS; i++) {
        IndependentComparison question = new RandomComparisons(scenario, random).next();
        if (!differences(service, scenario, question).isEmpty()) {
          throw new AssertionError(smallestFailure(scenario, question));
        }
      }
    }
  }

  @Provide
  Arbitrary<Scenario> fallible() {
    return Arbitraries.randomValue(Scenario::fallible);
  }

  static Service serviceWith(Scenario scenario) {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    MadeUpRates.put(wiring);
    Service service = new Service(wiring);
    scenario
        .documents()
        .forEach(document -> {
          Service.Reply reply =
              service.post(document.json(scenario.regionDefinitions())).expectStatus(200);
        });
    return service;
  }

  /** The differences from the oracle; empty if some way to break the ties gives none. */
  static List<String> differences(
      Service service, Scenario scenario, IndependentComparison question) {
    Service.Reply reply = service.get(question.path());
    PublicationHistory ledger = PublicationHistory.of(scenario.documents());
    List<String> first = new ArrayList<>();
    boolean agreed =
        TieBreaks.some(choices -> {
          Oracle oracle =
              new Oracle(scenario.regionDefinitions(), ledger, question.asOf(), choices);
          List<String> differences = new ArrayList<>();
          if (reply.status() != question.status(oracle)) {
            differences.add(
                "status: expected %d, was %s".formatted(question.status(oracle), reply.text()));
          } else if (reply.status() == 200) {
            differences.addAll(question.differences(reply.json(), oracle));
          }
          if (first.isEmpty()) {
            first.addAll(differences);
          }
          return differences.isEmpty();
        });
    return agreed ? List.of() : first;
  }

  /** Removes every statement that the failure doesn't need, and describes what remains. */
  static String smallestFailure(Scenario scenario, IndependentComparison question) {
    Scenario small = scenario;
    for (int i = 0; i < small.documents().size(); i++) {
      for (int j = small.documents().get(i).statements().size() - 1; j >= 0; j--) {
        Scenario less = without(small, i, j);
        try (Service service = serviceWith(less)) {
          if (!differences(service, less, question).isEmpty()) {
            small = less;
          }
        }
      }
    }
    try (Service service = serviceWith(small)) {
      return "%s%n%s%n%s%n%s%n%s"
          .formatted(
              question.path(),
              small.regionDefinitions().json(),
              small.documents().stream()
                  .filter(document -> !document.statements().isEmpty())
                  .map(PublishedDocument::toString)
                  .collect(Collectors.joining("\n")),
              String.join("\n", differences(service, small, question)),
              service.get(question.path()).text());
    }
  }

  private static Scenario without(Scenario scenario, int document, int row) {
    List<PublishedDocument> documents = new ArrayList<>(scenario.documents());
    List<Statement> statements = new ArrayList<>(documents.get(document).statements());
    statements.remove(row);
    documents.set(document, documents.get(document).withStatements(statements));
    return scenario.withDocuments(documents);
  }
}
