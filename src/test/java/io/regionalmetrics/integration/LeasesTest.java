package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Leases;
import io.regionalmetrics.store.Leases.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A lease has one owner at a time, and never outlives an owner that has disappeared. */
class LeasesTest {
  private static final Instant NOW = Instant.parse("2018-03-01T12:00:00Z");

  private final Wiring wiring = LocalDynamoDb.freshWiring();

  private Answer ask(String holder, Instant now) {
    InstantSource clock = InstantSource.fixed(now);
    return leases(now).ask("feed", holder, Deadline.in(Duration.ofMinutes(15), clock));
  }

  private Leases leases(Instant now) {
    return new Leases(wiring.client(), wiring.table(), InstantSource.fixed(now));
  }

  @Test
  void secondOwnerWaitsForTheFirst() {
    assertThat(ask("one", NOW).lease()).isPresent();
    assertThat(ask("other", NOW).lease()).isEmpty();
  }

  @Test
  void releasedLeaseIsFree() {
    leases(NOW)
        .end(
            ask("one", NOW).lease().orElseThrow(),
            Deadline.in(Duration.ofMinutes(1), InstantSource.fixed(NOW)));
    assertThat(ask("other", NOW).lease()).isPresent();
  }

  @Test
  void leaseExpires() {
    ask("one", NOW);
    assertThat(ask("other", NOW.plus(Duration.ofMinutes(15))).lease()).isPresent();
  }

  @Test
  void restartedOwnerKeepsItsLease() {
    ask("one", NOW);
    assertThat(ask("one", NOW.plusSeconds(60)).lease()).isPresent();
  }

  @Test
  void expiredLeaseCannotReleaseANewerOne() {
    Answer old = ask("one", NOW);
    ask("one", NOW.plusSeconds(60));
    leases(NOW)
        .end(
            old.lease().orElseThrow(),
            Deadline.in(Duration.ofMinutes(1), InstantSource.fixed(NOW)));
    assertThat(ask("other", NOW.plusSeconds(90)).lease()).isEmpty();
  }
}
