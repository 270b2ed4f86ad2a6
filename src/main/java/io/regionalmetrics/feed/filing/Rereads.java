package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which companies' filings are read again. A reread that has begun is continued by every
 * run of the feed until it is complete.
 *
 * @param requested what was read before this time is read again; empty if nothing is
 */
record Rereads(
    FeedRun run,
    String feed,
    Optional<Instant> requested,
    InterruptedReads interrupted,
    ReadAttempts attempts) {

  /** The reread of a company that is in progress or due; empty if there is none. */
  Optional<StoredReread> pending(String cik) {
    StoredReread stored = StoredReread.read(run, feed, cik);
    return Optional.of(stored).filter(one -> one.state().isPresent() || isDue(cik));
  }

  /** Whether anything was read before the requested time. */
  private boolean isDue(String cik) {
    return requested
        .filter(time -> {
          FilingHistory history = StoredHistory.read(run, feed, cik).value();
          return !history.sourceIds().isEmpty() && history.begun().isBefore(time);
        })
        .isPresent();
  }

  /**
   * Begins to read a company's filings again, or continues it.
   *
   * @param earlier what the table holds of the company
   * @param filings all filings of the company
   */
  void begin(
      StoredReread stored, StoredHistory history, EarlierReading earlier, List<Filing> filings) {
    if (!isInProgress(stored)) {
      interrupted.forget(filings);
      stored.replace(begun(stored, earlier));
    }
    stored.state().ifPresent(state -> prepare(state, history, filings));
  }

  /** Whether a reread has begun, and not before the requested time. */
  private boolean isInProgress(StoredReread stored) {
    return stored
        .state()
        .filter(state -> requested.map(time -> !state.begun().isBefore(time)).orElse(true))
        .isPresent();
  }

  private RereadState begun(StoredReread stored, EarlierReading earlier) {
    return new RereadState(
        run.now(),
        earlier.isOfFilingsAlone(),
        earlier.filedDefinitions(),
        stored.state().map(RereadState::renamed).orElse(Map.of()));
  }

  /** Forgets what was known of the filings before the reread began. */
  private void prepare(RereadState state, StoredHistory history, List<Filing> filings) {
    if (!history.value().begun().equals(state.begun())) {
      history.replace(FilingHistory.begunAt(state.begun()));
    }
    filings.forEach(filing ->
        attempts.forgetBefore(filing, state.begun().atOffset(ZoneOffset.UTC).toLocalDate()));
  }
}
