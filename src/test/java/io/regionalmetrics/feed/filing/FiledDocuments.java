package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Vocabulary;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads companies' filings as the feed does, and keeps the documents that it stores. */
public final class FiledDocuments {
  private static final String FEED = "filings";
  private static final Duration READING_TIME = Duration.ofMinutes(1);

  private final FeedRun run;
  private final EdgarClient edgar;
  private final WantedMetrics metrics;

  /**
   * A reader of filings.
   *
   * @param run whose table the documents are stored in
   * @param server stands in for the SEC's servers
   */
  public FiledDocuments(FeedRun run, URI server, WantedMetrics metrics) {
    this.run = run;
    this.edgar = new EdgarClient(run, server, server);
    this.metrics = metrics;
  }

  private record Kept(FilingStorage storage, List<Document> documents) implements FilingStorage {
    @Override
    public Company company() {
      return storage.company();
    }

    @Override
    public Vocabulary vocabulary() {
      return storage.vocabulary();
    }

    @Override
    public void store(Filing filing, List<Document> some) {
      storage.store(filing, some);
      documents.addAll(some);
    }
  }

  /**
   * Reads all filings of a company, oldest first.
   *
   * @return the documents in the order in which they were stored. The last one also tells what all
   *     filings show together
   */
  public List<Document> read(String cik) {
    Submissions submissions = submissions(cik);
    Company company = new CompanyLookup(run).company(submissions);
    RunReport report = new RunReport();
    Kept kept = new Kept(new AddedFilings(run, company, report), new ArrayList<>());
    FilingIntake intake = intake(cik, report, kept);
    edgar.filings(submissions, LocalDate.EPOCH).forEach(intake::take);
    if (report.unfinished() > 0) {
      throw new IllegalStateException("%s: %s".formatted(cik, report.outcome(run, Map.of())));
    }
    List<Document> documents = kept.documents();
    documents.addLast(with(traits(company), documents.removeLast()));
    return documents;
  }

  private Submissions submissions(String cik) {
    try (FetchedFile file =
        edgar.submissions(cik, Validators.remembered(Map.of(), cik)).orElseThrow()) {
      return edgar.submissions(file, LocalDate.EPOCH);
    }
  }

  private FilingIntake intake(String cik, RunReport report, FilingStorage storage) {
    return new FilingIntake(
        run,
        edgar,
        metrics,
        new ReadAttempts(new HashMap<>(), run.today()),
        report,
        READING_TIME,
        StoredHistory.read(run, FEED, cik),
        storage);
  }

  private FilingTraits traits(Company company) {
    CompanyRecord record =
        run.store()
            .companiesToWrite(List.of(company.id()), run.deadline())
            .values()
            .iterator()
            .next()
            .value();
    return record.traits();
  }

  private static Document with(FilingTraits traits, Document document) {
    List<Located<CompanyRow>> companies =
        document.companies().stream()
            .map(one -> new Located<>(one.place(), new CompanyRow(one.row().company(), traits)))
            .toList();
    return new Document(
        document.sourcePlace(),
        document.source(),
        companies,
        document.metrics(),
        document.regions(),
        document.observations(),
        document.breakdowns(),
        document.isProved());
  }
}
