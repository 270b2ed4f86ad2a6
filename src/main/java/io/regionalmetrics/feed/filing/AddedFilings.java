package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Vocabulary;
import java.util.List;

/** Adds what new filings report to what is stored. */
record AddedFilings(FeedRun run, Company company, RunReport report) implements FilingStorage {
  @Override
  public Vocabulary vocabulary() {
    return new CompanyLookup(run).vocabulary(company);
  }

  @Override
  public void store(Filing filing, List<Document> documents) {
    for (Document document : documents) {
      report.add(run.ingest().take(document, run.deadline()));
    }
  }
}
