package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.Feed.Outcome;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.store.Unavailable;
import io.regionalmetrics.xbrl.ReadingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of the feed {@code sec-filings}: reads the new filings of each company. */
final class FilingsRun {
  private static final Duration COMPANY_TIME = Duration.ofMinutes(2);
  private static final Duration FILING_TIME = Duration.ofSeconds(90);
  private static final String TOO_LARGE = "reading it takes more memory than the function has";

  private final FeedRun run;
  private final String feed;
  private final LocalDate since;
  private final WantedMetrics metrics;
  private final Map<String, String> memory;
  private final EdgarClient edgar;
  private final ReadAttempts attempts;
  private final InterruptedReads interrupted;
  private final LateFilings late;
  private final Duration readingTime;
  private final Rereads rereads;
  private final RunReport report = new RunReport();

  /**
   * A run that has read nothing yet.
   *
   * @param feed the id of the feed
   * @param since filings before this day are not read
   * @param readingTime how long reading a filing may take
   * @param reread what was read before this time is read again
   */
  FilingsRun(
      FeedRun run,
      String feed,
      EdgarClient edgar,
      LocalDate since,
      WantedMetrics metrics,
      Duration readingTime,
      Optional<Instant> reread) {
    this.run = run;
    this.feed = feed;
    this.edgar = edgar;
    this.since = since;
    this.metrics = metrics;
    this.readingTime = readingTime;
    this.memory = new HashMap<>(run.memory());
    this.attempts = new ReadAttempts(memory, run.today());
    this.interrupted = InterruptedReads.read(run, feed);
    this.late = new LateFilings(memory, run.today());
    this.rereads = new Rereads(run, feed, reread, interrupted, attempts);
  }

  /** Reads the companies for which there is time. */
  Outcome read(List<String> ciks) {
    for (String cik : ciks) {
      if (run.hasTimeFor(COMPANY_TIME)) {
        readOrReport(cik);
      } else {
        report.addRemaining();
      }
    }
    interrupted.store();
    return report.outcome(run, memory);
  }

  /** Reports what is wrong with a company, so that the others are read all the same. */
  private void readOrReport(String cik) {
    try {
      readIfChanged(cik);
    } catch (Unavailable e) {
      throw e;
    } catch (FetchException e) {
      report.addError(String.valueOf(e.getMessage()));
    } catch (UnreadableListing e) {
      report.addError("%s: %s".formatted(edgar.submissionsAddress(cik), e.message()));
    } catch (UnreadableHistory e) {
      report.addError("%s: %s".formatted(edgar.submissionsAddress(cik), e.message()));
    } catch (RuntimeException e) {
      report.addFault(cik, e);
    }
  }

  private void readIfChanged(String cik) {
    String list = "%s since %s".formatted(cik, since);
    Optional<StoredReread> reread = rereads.pending(cik);
    Map<String, String> remembered = reread.isPresent() ? Map.of() : memory;
    Optional<FetchedFile> changed = edgar.submissions(cik, Validators.remembered(remembered, list));
    if (changed.isEmpty()) {
      return;
    }
    try (FetchedFile file = changed.get()) {
      int unfinished = report.unfinished();
      read(cik, edgar.submissions(file, since), reread);
      if (report.unfinished() == unfinished) {
        file.validators().remember(memory, list);
      }
    }
  }

  private void read(String cik, Submissions submissions, Optional<StoredReread> reread) {
    report.addOtherReports(submissions.otherReports());
    StoredHistory history = StoredHistory.read(run, feed, cik);
    List<Filing> filings = edgar.filings(submissions, since);
    if (reread.isEmpty() && !unread(filings, history).isEmpty()) {
      Company company = new CompanyLookup(run).company(submissions);
      readUnread(new AddedFilings(run, company, report), history, filings);
    }
    // What follows from several filings would depend on the order in which they were read.
    reread
        .or(() -> rereadOfLateFilings(cik, history))
        .ifPresent(stored -> readAgain(submissions, history, filings, stored));
  }

  private Optional<StoredReread> rereadOfLateFilings(String cik, StoredHistory history) {
    return Optional.of(history.value().lateFilings())
        .filter(late::haveNew)
        .map(some -> StoredReread.read(run, feed, cik));
  }

  private static List<Filing> unread(List<Filing> filings, StoredHistory history) {
    Set<String> known = history.value().sourceIds();
    return filings.stream().filter(filing -> !known.contains(filing.sourceId())).toList();
  }

  private void readUnread(FilingStorage storage, StoredHistory history, List<Filing> filings) {
    FilingIntake intake =
        new FilingIntake(run, edgar, metrics, attempts, report, readingTime, history, storage);
    unread(filings, history).forEach(filing -> read(filing, intake));
  }

  private void readAgain(
      Submissions submissions, StoredHistory history, List<Filing> filings, StoredReread stored) {
    Company company = new CompanyLookup(run).company(submissions);
    EarlierReading earlier = EarlierReading.read(run, company.id(), filings, metrics::include);
    rereads.begin(stored, history, earlier, filings);
    RereadFilings reread =
        new RereadFilings(
            run, company, submissions.plainName(), earlier.quarters(), report, stored);
    readUnread(reread, history, filings);
    List<Filing> unread = unread(filings, history);
    if (unread.stream().allMatch(this::isUnreadable)) {
      complete(reread, unread);
    }
    report.addReread(
        reread.company().id(), filings.size() - unread.size(), filings.size(), reread.removed());
  }

  private void complete(RereadFilings reread, List<Filing> unread) {
    if (run.hasTimeFor(FILING_TIME)) {
      reread.complete(unread);
    } else {
      report.addRemaining();
    }
  }

  private boolean isUnreadable(Filing filing) {
    return !filing.xbrl() || attempts.isGivenUp(filing) || interrupted.isGivenUp(filing);
  }

  private void read(Filing filing, FilingIntake intake) {
    if (attempts.isGivenUp(filing)) {
      report.addGivenUp();
    } else if (interrupted.isGivenUp(filing)) {
      report.addInterrupting();
    } else if (!filing.xbrl()) {
      report.addWithoutInstance();
    } else if (run.hasTimeFor(FILING_TIME) && intake.isServerUp()) {
      take(filing, intake);
    } else {
      report.addRemaining();
    }
  }

  private void take(Filing filing, FilingIntake intake) {
    if (attempts.isLastDay(filing)) {
      late.ignore(filing); // A linkbase may be missing, and another try would end as this one.
    }
    interrupted.begin(filing);
    try {
      intake.take(filing);
      interrupted.end(filing);
    } catch (ReadingTime.TimeOver e) {
      report.addStopped(edgar.indexAddress(filing), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      report.addStopped(edgar.indexAddress(filing), TOO_LARGE);
    } catch (ReadingTime.RunOver e) {
      interrupted.end(filing);
      report.addRemaining();
    } catch (RuntimeException e) {
      interrupted.end(filing);
      throw e;
    }
  }
}
