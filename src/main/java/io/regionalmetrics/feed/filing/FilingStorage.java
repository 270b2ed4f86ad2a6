package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Vocabulary;
import java.util.List;

/** Where the documents of one company's filings go. */
interface FilingStorage {
  /** The company, as documents describe it. */
  Company company();

  /** The definitions by which filings are read. */
  Vocabulary vocabulary();

  /** Stores what a filing reports. */
  void store(Filing filing, List<Document> documents);
}
