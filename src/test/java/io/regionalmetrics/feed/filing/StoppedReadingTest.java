package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.audit.FilingFolder;
import io.regionalmetrics.feed.Feed.Outcome;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchPolicy;
import io.regionalmetrics.fetch.Fetcher;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.integration.FileServer;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.integration.Service;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A filing that takes too much time is stopped, counted, given up, and keeps no other back. */
class StoppedReadingTest {
  private static final String APPLE = "0000320193";
  private static final FilingFolder FOLDER =
      FilingFolder.read(Path.of("src", "test", "resources", "published", "sec", "kinds"))
          .of(List.of(APPLE));
  private static final int FILINGS = FOLDER.entries().size();
  private static final Duration NO_TIME = Duration.ZERO;
  private static final Duration ENOUGH = Duration.ofMinutes(1);
  private static final Instant TOO_LATE = Instant.EPOCH.plus(Duration.ofMinutes(15));

  private final FileServer server = FOLDER.serve();
  private final Wiring wiring = LocalDynamoDb.freshWiring(Service.TODAY);
  private final Store store = new Store(wiring.client(), wiring.table(), wiring.clock());

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome run(Duration readingTime) {
    return run(readingTime, Deadline.in(Duration.ofMinutes(15), InstantSource.system()));
  }

  private Outcome run(Duration readingTime, Deadline deadline) {
    FeedRun run =
        new FeedRun(
            new Fetcher(
                FetchPolicy.standard("A b@example.com"),
                Path.of(System.getProperty("java.io.tmpdir")),
                InstantSource.system()),
            new Ingest(store, wiring.clock()),
            store,
            Map.of(),
            deadline,
            wiring.clock().instant());
    EdgarClient edgar = new EdgarClient(run, server.address(), server.address());
    return new FilingsRun(
            run,
            "filings",
            edgar,
            LocalDate.EPOCH,
            WantedMetrics.REVENUE,
            readingTime,
            Optional.empty())
        .read(List.of(APPLE));
  }

  private static Map<String, Integer> leftOut(Outcome outcome) {
    return outcome.result().leftOut();
  }

  private boolean hasFigures() {
    try (Service service = new Service(wiring)) {
      return service.get("/v1/companies/apple").status() == 200;
    }
  }

  @Test
  void eachFilingThatTakesTooMuchTimeIsStoppedAndCountedAndTheNextIsReadAllTheSame() {
    Outcome outcome = run(NO_TIME);
    assertThat(leftOut(outcome))
        .containsEntry(
            "filing whose reading was stopped, because it needs too much time or memory", FILINGS);
    assertThat(outcome.errors()).hasSize(FILINGS).allMatch(error -> error.contains("more than 0"));
    assertThat(hasFigures()).isFalse();
  }

  @Test
  void filingThatWasStoppedInThreeRunsIsGivenUp() {
    run(NO_TIME);
    run(NO_TIME);
    run(NO_TIME);
    server.forget();
    Outcome outcome = run(ENOUGH);
    assertThat(server.paths()).noneMatch(path -> path.endsWith(".xml"));
    assertThat(leftOut(outcome).keySet())
        .singleElement()
        .asString()
        .startsWith("filing given up, because three runs ended or stopped");
    assertThat(outcome.errors()).isEmpty();
  }

  @Test
  void filingThatWasStoppedOnceIsReadByTheNextRun() {
    run(NO_TIME);
    assertThat(run(ENOUGH).errors()).isEmpty();
    assertThat(hasFigures()).isTrue();
  }

  @Test
  void filingThatARunHasNoTimeLeftForIsLeftToTheNextAndNotHeldAgainstIt() {
    InstantSource clock = () -> isInstanceFetched() ? TOO_LATE.minusSeconds(5) : Instant.EPOCH;
    for (int i = 0; i < 3; i++) {
      server.forget();
      Outcome outcome = run(ENOUGH, new Deadline(clock, TOO_LATE));
      assertThat(outcome.errors()).isEmpty();
      assertThat(outcome.result().remaining()).isEqualTo(FILINGS);
    }
    run(ENOUGH);
    assertThat(hasFigures()).isTrue();
  }

  private boolean isInstanceFetched() {
    return server.paths().stream().anyMatch(path -> path.endsWith(".xml"));
  }
}
