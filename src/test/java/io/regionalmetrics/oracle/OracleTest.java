package io.regionalmetrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Random documents and questions: the service answers what an oracle does that knows the design's
 * words and nothing of the code. A failure shows the fewest statements that it takes. The seed is
 * fixed, so that a build is the same each time; another seed is another hunt.
 */
class OracleTest {
  private static final int QUESTIONS = 20;

  @Property(tries = 30, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
  void answersAreThoseOfTheOracle(@ForAll("fallible") Case said) {
    Random random = new Random(said.seed());
    try (Service service = taken(said)) {
      for (int i = 0; i < QUESTIONS; i++) {
        Asked asked = Asked.any(said, random);
        if (!complaints(service, said, asked).isEmpty()) {
          throw new AssertionError(smallest(said, asked));
        }
      }
    }
  }

  @Provide
  Arbitrary<Case> fallible() {
    return Arbitraries.randomValue(Case::fallible);
  }

  static Service taken(Case said) {
    Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
    Rates.put(wiring);
    Service service = new Service(wiring);
    said.papers()
        .forEach(paper -> {
          Service.Reply reply = service.post(paper.json(said.atlas()));
          assertThat(reply.status()).as(reply.text() + paper).isEqualTo(200);
        });
    return service;
  }

  /** What is wrong, whichever way the ties are decided. */
  static List<String> complaints(Service service, Case said, Asked asked) {
    Service.Reply reply = service.get(asked.path());
    Ledger ledger = Ledger.of(said.papers());
    List<String> first = new ArrayList<>();
    boolean agreed =
        Choices.some(choices -> {
          Oracle oracle = new Oracle(said.atlas(), ledger, asked.asOf(), choices);
          List<String> complaints = new ArrayList<>();
          if (reply.status() != asked.status(oracle)) {
            complaints.add(
                "status: expected %d, was %s".formatted(asked.status(oracle), reply.text()));
          } else if (reply.status() == 200) {
            complaints.addAll(asked.complaints(reply.json(), oracle));
          }
          if (first.isEmpty()) {
            first.addAll(complaints);
          }
          return complaints.isEmpty();
        });
    return agreed ? List.of() : first;
  }

  /** Leaves out what can be left out, and says what remains. */
  static String smallest(Case said, Asked asked) {
    Case small = said;
    for (int i = 0; i < small.papers().size(); i++) {
      for (int j = small.papers().get(i).says().size() - 1; j >= 0; j--) {
        Case less = without(small, i, j);
        try (Service service = taken(less)) {
          if (!complaints(service, less, asked).isEmpty()) {
            small = less;
          }
        }
      }
    }
    try (Service service = taken(small)) {
      return "%s%n%s%n%s%n%s%n%s"
          .formatted(
              asked.path(),
              small.atlas().json(),
              small.papers().stream()
                  .filter(paper -> !paper.says().isEmpty())
                  .map(Paper::toString)
                  .collect(Collectors.joining("\n")),
              String.join("\n", complaints(service, small, asked)),
              service.get(asked.path()).text());
    }
  }

  private static Case without(Case said, int paper, int row) {
    List<Paper> papers = new ArrayList<>(said.papers());
    List<Said> says = new ArrayList<>(papers.get(paper).says());
    says.remove(row);
    papers.set(paper, papers.get(paper).saying(says));
    return said.saying(papers);
  }
}
