package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.ingest.DefinitionCleanup;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.ingest.Replacement;
import io.regionalmetrics.ingest.ReplacementReport;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Puts what a company's filings report now, as they are read again, in place of what they reported
 * before. Filings are read as if the table had never seen them: by the definitions of documents,
 * and of those filings that have been read again already.
 */
final class RereadFilings implements FilingStorage {
  private final FeedRun run;
  private final Company company;
  private final String listedName;
  private final RunReport report;
  private final StoredReread stored;
  private final SourceQuarters quarters;
  private int removed;

  /**
   * The reread of one company, which has begun.
   *
   * @param listedName the name that the list of filings gives to the company
   * @param quarters in which quarters each filing reported anything
   * @param stored how far it has come
   */
  RereadFilings(
      FeedRun run,
      Company company,
      String listedName,
      SourceQuarters quarters,
      RunReport report,
      StoredReread stored) {
    this.run = run;
    this.company = company;
    this.listedName = listedName;
    this.report = report;
    this.stored = stored;
    this.quarters = quarters;
  }

  private RereadState state() {
    return stored.state().orElseThrow();
  }

  @Override
  public Company company() {
    return company;
  }

  @Override
  public Vocabulary vocabulary() {
    Vocabulary all = new CompanyLookup(run).vocabulary(company);
    return new Vocabulary(state().stale().hiddenIn(all.company()), all.common());
  }

  @Override
  public void store(Filing filing, List<Document> documents) {
    ReplacementReport done = replace(filing, documents);
    report.add(done.documents());
    stored.replace(state().after(documents, done.renamed()));
  }

  private ReplacementReport replace(Filing filing, List<Document> documents) {
    String source = filing.sourceId();
    ReplacementReport done =
        run.ingest()
            .replace(
                new Replacement(company.id(), source, quarters.of(source), state().stale()),
                documents,
                run.deadline());
    removed += done.removed();
    return done;
  }

  /**
   * Completes the reread.
   *
   * @param unread filings that can't be read any more; what they reported is removed, because
   *     nothing confirms it
   */
  void complete(Collection<Filing> unread) {
    unread.forEach(filing -> replace(filing, List.of()));
    new DefinitionCleanup(
            company.id(),
            Optional.of(listedName).filter(given -> state().namesCompany()),
            state().stale(),
            state().newIds())
        .clean(run.store(), run.deadline());
    stored.end();
  }

  /** How many figures this run has removed because their filings report them no longer. */
  int removed() {
    return removed;
  }
}
