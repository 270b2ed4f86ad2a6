package io.regionalmetrics.feed.filing;

import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.function.Wiring;
import io.regionalmetrics.ingest.Ingest;
import io.regionalmetrics.integration.PublishedData;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.InstanceBuilder;
import io.regionalmetrics.xbrl.InstanceReader;
import io.regionalmetrics.xbrl.Linkbases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A company's filings, real or made up, which are read one after the other. */
final class FilingSequence {
  static final WantedMetric MEMBERSHIPS =
      WantedMetric.of(
          "paid-memberships",
          Optional.empty(),
          "stock",
          List.of("nflx:NumberOfPaidMemberships"),
          Map.of("srt:ProductOrServiceAxis", "nflx:StreamingMember"),
          Optional.empty(),
          false);

  static final WantedMetric ADDITIONS =
      WantedMetric.of(
          "paid-net-additions",
          Optional.empty(),
          "flow",
          List.of("nflx:NumberOfPaidMembershipAdditionsLossesDuringPeriod"),
          Map.of("srt:ProductOrServiceAxis", "nflx:StreamingMember"),
          Optional.empty(),
          true);

  static final Filing NETFLIX_2023 =
      filing("0001065280", "0001065280-24-000030", "10-K", "2024-01-26", "2023-12-31");

  /** Accession number and date are made up. */
  static final Filing NETFLIX_2024_Q1 =
      filing("0001065280", "0001065280-24-000128", "10-Q", "2024-04-22", "2024-03-31");

  static final Filing NETFLIX_2024_Q3 =
      filing("0001065280", "0001065280-24-000287", "10-Q", "2024-10-18", "2024-09-30");

  static final Filing APPLE =
      filing("0000320193", "0000320193-23-000077", "10-Q", "2023-08-04", "2023-07-01");

  private final Company company;
  private Vocabulary vocabulary;
  private WantedMetrics wanted = WantedMetrics.REVENUE;
  private FilingHistory history = FilingHistory.empty();
  private Linkbases linkbases = Linkbases.NONE;

  FilingSequence(String id, String name, String cik) {
    this.company =
        new Company(
            id, name, Optional.of(cik), Optional.of(MonthDay.of(12, 31)), LocalDate.of(2024, 1, 1));
    this.vocabulary =
        new Vocabulary(new CompanyRecord(company, Definitions.NONE, Map.of()), Definitions.NONE);
  }

  static FilingSequence netflix() {
    return new FilingSequence("netflix", "Netflix", "0001065280");
  }

  static FilingSequence apple() {
    return new FilingSequence("apple", "Apple", "0000320193");
  }

  /** The company of the made-up instances. */
  static FilingSequence acme() {
    return new FilingSequence("acme", "Acme", InstanceBuilder.CIK);
  }

  FilingSequence wanting(WantedMetric... more) {
    wanted = WantedMetrics.revenueAnd(List.of(more));
    return this;
  }

  FilingSequence knowing(Definitions own, Definitions common) {
    vocabulary = new Vocabulary(new CompanyRecord(company, own, Map.of()), common);
    return this;
  }

  /** Reads the filings that follow with some linkbases. */
  FilingSequence with(Linkbases some) {
    linkbases = some;
    return this;
  }

  FilingHistory history() {
    return history;
  }

  static Filing filing(String cik, String accession, String form, String filed, String reported) {
    return new Filing(
        cik,
        accession,
        form,
        LocalDate.parse(filed),
        Optional.of(LocalDate.parse(reported)),
        "",
        "main.htm",
        true,
        true);
  }

  /** Reads a real filing, and remembers it. */
  FilingContents real(String file, Filing filing) {
    return read(filing, PublishedData.bytes("sec/" + file));
  }

  FilingContents read(Filing filing, InstanceBuilder instance) {
    return read(filing, instance.bytes());
  }

  FilingContents read(Filing filing, byte[] bytes) {
    FilingContents reading =
        new FilingReader(company, vocabulary, wanted)
            .read(
                new FiledInstance(
                    filing,
                    "https://www.sec.gov" + filing.extractedInstance().orElse(filing.index()),
                    FetchedFile.hash(bytes),
                    instance(bytes, wanted),
                    linkbases),
                history);
    history = HistoryFormat.read(HistoryFormat.write(reading.history()));
    return reading;
  }

  static Instance instance(byte[] bytes, WantedMetrics wanted) {
    try {
      return InstanceReader.read(new ByteArrayInputStream(bytes), wanted.concepts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ingests the documents of a filing; returns how many observations changed nothing. */
  static int takeIn(FilingContents reading, Wiring wiring) {
    Ingest ingest =
        new Ingest(new Store(wiring.client(), wiring.table(), wiring.clock()), wiring.clock());
    Deadline deadline = Deadline.in(Duration.ofMinutes(1), InstantSource.system());
    int unchanged =
        reading.documents().stream()
            .mapToInt(document -> ingest.take(document, deadline).unchanged())
            .sum();
    reading.documents().stream()
        .limit(1)
        .map(document -> document.companies().getFirst().row().company())
        .forEach(company -> ingest.define(company, reading.traits(), deadline));
    return unchanged;
  }

  /** Notes what the filings show together, even if this one has no document. */
  void define(FilingContents reading, Wiring wiring) {
    new Ingest(new Store(wiring.client(), wiring.table(), wiring.clock()), wiring.clock())
        .define(
            company, reading.traits(), Deadline.in(Duration.ofMinutes(1), InstantSource.system()));
  }
}
