package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.ErrorSummary;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.UnreadableInstance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes in the filings of one company, one after the other. A filing that can't be read is reported
 * and stays unread.
 */
final class FilingIntake {
  /** After so many filings in a row that can't be fetched, the server is at fault. */
  private static final int MAX_FAILED_FETCHES = 3;

  /** The linkbases to request, so that no filing takes more than three requests. */
  private static final int BESIDE_EXTRACTED = 2;

  /** The same if the list of the filing's files was requested too. */
  private static final int BESIDE_INDEXED = 1;

  /** The same if an instance was looked for under a wrong name before. */
  private static final int BESIDE_MISNAMED = 0;

  private final FeedRun run;
  private final EdgarClient edgar;
  private final FilingLinkbases linkbases;
  private final FilingStorage storage;
  private final WantedMetrics metrics;
  private final ReadAttempts attempts;
  private final RunReport report;
  private final Duration readingTime;
  private final StoredHistory history;
  private int failedFetches;

  /**
   * The intake of one company's filings.
   *
   * @param readingTime how long reading a filing may take
   * @param history what its earlier filings have stated
   * @param storage where the documents go
   */
  FilingIntake(
      FeedRun run,
      EdgarClient edgar,
      WantedMetrics metrics,
      ReadAttempts attempts,
      RunReport report,
      Duration readingTime,
      StoredHistory history,
      FilingStorage storage) {
    this.run = run;
    this.edgar = edgar;
    this.linkbases = new FilingLinkbases(edgar, attempts);
    this.storage = storage;
    this.metrics = metrics;
    this.attempts = attempts;
    this.report = report;
    this.readingTime = readingTime;
    this.history = history;
  }

  /** Whether fetching is worth another try: the last three fetches haven't all failed. */
  boolean isServerUp() {
    return failedFetches < MAX_FAILED_FETCHES;
  }

  /**
   * Takes in the figures of a filing, and remembers that it has been read.
   *
   * @throws ReadingTime.TimeOver if reading it takes too much time
   * @throws ReadingTime.RunOver if the run has no time left to read it
   */
  void take(Filing filing) {
    try {
      edgar
          .extractedInstance(filing)
          .ifPresentOrElse(
              address -> take(filing, address, BESIDE_EXTRACTED),
              () -> takeByIndex(filing, BESIDE_INDEXED));
    } catch (FetchException.NotFound e) {
      // The instance isn't named after the main file; the index has its name.
      takeByIndex(filing, BESIDE_MISNAMED);
    }
  }

  private void takeByIndex(Filing filing, int mostLinkbases) {
    try {
      findInstance(filing).ifPresent(address -> take(filing, address, mostLinkbases));
    } catch (FetchException e) {
      addFailedFetch(filing, edgar.indexAddress(filing), e);
    }
  }

  private Optional<URI> findInstance(Filing filing) {
    try {
      Optional<URI> instance = edgar.findInstance(filing);
      if (instance.isEmpty()) {
        addUnreadable(filing, edgar.indexAddress(filing), "it names no XBRL instance");
      }
      return instance;
    } catch (UnreadableListing e) {
      addUnreadable(filing, edgar.indexAddress(filing), e.message());
      return Optional.empty();
    }
  }

  private void take(Filing filing, URI address, int mostLinkbases) {
    try {
      store(filing, read(filing, address, mostLinkbases));
    } catch (UnreadableInstance e) {
      addUnreadable(filing, address, e.message());
    } catch (Refusal e) {
      addUnreadable(filing, address, ErrorSummary.of(e));
    } catch (FetchException.NotFound e) {
      throw e;
    } catch (FetchException e) {
      addFailedFetch(filing, address, e);
    }
  }

  private FilingContents read(Filing filing, URI address, int mostLinkbases) {
    return ReadingTime.limit(
        readingTime, run.endOfWork(), () -> readNow(filing, address, mostLinkbases));
  }

  private FilingContents readNow(Filing filing, URI address, int mostLinkbases) {
    FiledInstance instance = edgar.instance(filing, address, metrics.concepts());
    return new FilingReader(storage.company(), storage.vocabulary(), metrics)
        .read(linkbases.addTo(instance, address, mostLinkbases), history.value());
  }

  private void store(Filing filing, FilingContents contents) {
    storage.store(filing, contents.documents());
    run.ingest().define(storage.company(), contents.traits(), run.deadline());
    report.add(filing, contents);
    attempts.forget(filing);
    failedFetches = 0;
    history.replace(contents.history());
  }

  private void addFailedFetch(Filing filing, URI address, FetchException failure) {
    failedFetches++;
    addUnreadable(filing, address, String.valueOf(failure.getMessage()));
  }

  private void addUnreadable(Filing filing, URI address, String reason) {
    attempts.addFailure(filing);
    report.addUnreadable(address, reason, attempts.isGivenUp(filing));
  }
}
