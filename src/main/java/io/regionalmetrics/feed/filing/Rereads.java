package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.ingest.CompanyFigures;
import io.regionalmetrics.ingest.StaleDefinitions;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
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
    WantedMetrics metrics,
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
   * @param filings all filings of the company
   */
  void begin(StoredReread stored, StoredHistory history, Company company, List<Filing> filings) {
    if (!isInProgress(stored)) {
      interrupted.forget(filings);
      stored.replace(begun(stored, company, filings));
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

  private RereadState begun(StoredReread stored, Company company, List<Filing> filings) {
    FiledDefinitions filed = new FiledDefinitions(filings);
    Optional<CompanyRecord> record = RereadFilings.record(run, company);
    record.ifPresent(
        one -> new CompanyFigures(run.store(), one, run.deadline()).forEachMetric(filed::add));
    return new RereadState(
        run.now(),
        filed.areAll(),
        record.map(one -> filed.of(one, metrics::include)).orElse(StaleDefinitions.NONE),
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
