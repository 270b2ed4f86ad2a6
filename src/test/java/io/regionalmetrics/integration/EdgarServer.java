package io.regionalmetrics.integration;

import io.regionalmetrics.xbrl.InstanceBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A stand-in for the SEC's server: serves lists of filings and the filings' instances. */
final class EdgarServer implements AutoCloseable {
  static final String NETFLIX = "0001065280";
  static final String APPLE = "0000320193";

  /** The company of the made-up instances. */
  static final String ACME = InstanceBuilder.CIK;

  /** The members of an event that make Netflix's paid memberships a metric. */
  static final String MEMBERSHIPS =
      """
      , "metrics": [{"id": "paid-memberships", "kind": "stock", "concepts": ["nflx:NumberOfPaidMemberships"],
                     "dimensions": {"srt:ProductOrServiceAxis": "nflx:StreamingMember"}}]
      """;

  private final FileServer server = new FileServer();
  private final List<Listed> listed = new ArrayList<>();
  private Map<String, String> tag = Map.of();

  /** A filing in a list. */
  private record Listed(
      String cik, String accession, String form, String filed, String reported, String document) {}

  /** The server. */
  FileServer server() {
    return server;
  }

  /** Adds three real filings of Netflix and one of Apple. */
  EdgarServer withRealFilings() {
    return with(
            NETFLIX, "0001065280-24-000030", "10-K", "2024-01-26", "2023-12-31", "nflx-20231231")
        .with(NETFLIX, "0001065280-24-000128", "10-Q", "2024-04-22", "2024-03-31", "nflx-20240331")
        .with(NETFLIX, "0001065280-24-000287", "10-Q", "2024-10-18", "2024-09-30", "nflx-20240930")
        .with(APPLE, "0000320193-23-000077", "10-Q", "2023-08-04", "2023-07-01", "aapl-20230701");
  }

  private EdgarServer with(
      String cik, String accession, String form, String filed, String reported, String name) {
    return with(
        cik,
        accession,
        form,
        filed,
        reported,
        name,
        PublishedData.gzipped("sec/%s_htm.xml".formatted(name)));
  }

  /** Adds a filing and lists it. */
  EdgarServer with(
      String cik,
      String accession,
      String form,
      String filed,
      String reported,
      String name,
      byte[] packed) {
    listed.add(new Listed(cik, accession, form, filed, reported, name + ".htm"));
    serve(path(cik, accession, name), packed);
    list(NETFLIX, "NETFLIX INC", "1231");
    list(APPLE, "Apple Inc.", "0930");
    list(ACME, "Acme Inc.", "1231");
    return this;
  }

  /** Serves an instance in place of what the path had before. */
  void serve(String path, byte[] packed) {
    server.with(path, packed, Map.of("Content-Encoding", "gzip"));
  }

  /**
   * An event that reads companies' filings from this server.
   *
   * @param ciks the companies, such as {@code "0001065280", "0000320193"}
   * @param more further members, each after a comma; may be empty
   */
  String event(String id, String ciks, String more) {
    return "{\"id\": \"%s\", \"feed\": \"sec-filings\", \"ciks\": [%s], \"baseUrl\": \"%s\"%s}"
        .formatted(id, ciks, server.address(), more);
  }

  /** The path of a filing's instance. */
  static String path(String cik, String accession, String name) {
    return "/Archives/edgar/data/%d/%s/%s_htm.xml"
        .formatted(Long.parseLong(cik), accession.replace("-", ""), name);
  }

  /** The path of a company's list of filings. */
  static String list(String cik) {
    return "/submissions/CIK%s.json".formatted(cik);
  }

  private void list(String cik, String name, String fiscalYearEnd) {
    List<Listed> own = listed.stream().filter(one -> one.cik().equals(cik)).toList();
    server.with(
        list(cik),
        """
        {"cik": "%s", "name": "%s", "fiscalYearEnd": "%s", "filings": {"recent": %s, "files": []}}
        """
            .formatted(cik, name, fiscalYearEnd, columns(own))
            .getBytes(StandardCharsets.UTF_8),
        tag);
  }

  /** Gives lists an {@code ETag}, so that clients can send conditional requests. */
  void tagLists() {
    tag = Map.of("ETag", "\"list\"");
    list(NETFLIX, "NETFLIX INC", "1231");
  }

  private static String columns(List<Listed> filings) {
    return """
    {"accessionNumber": %s, "filingDate": %s, "reportDate": %s, "acceptanceDateTime": %s,
     "form": %s, "primaryDocument": %s, "isXBRL": %s, "isInlineXBRL": %s}
    """
        .formatted(
            column(filings, Listed::accession),
            column(filings, Listed::filed),
            column(filings, Listed::reported),
            column(filings, Listed::filed),
            column(filings, Listed::form),
            column(filings, Listed::document),
            filings.stream().map(one -> "1").toList(),
            filings.stream().map(one -> "1").toList());
  }

  /** Moves all of a company's filings except the last to a page of older filings. */
  void movePage(String cik, String page) {
    List<Listed> own = listed.stream().filter(one -> one.cik().equals(cik)).toList();
    List<Listed> older = own.subList(0, own.size() - 1);
    server.with("/submissions/" + page, columns(older));
    server.with(
        list(cik),
        """
        {"cik": "%s", "name": "NETFLIX INC", "fiscalYearEnd": "1231", "filings": {"recent": %s,
         "files": [{"name": "%s", "filingCount": %d, "filingFrom": "%s", "filingTo": "%s"}]}}
        """
            .formatted(
                cik,
                columns(own.subList(own.size() - 1, own.size())),
                page,
                older.size(),
                older.getFirst().filed(),
                older.getLast().filed()));
  }

  private static String column(
      List<Listed> filings, java.util.function.Function<Listed, String> cell) {
    return filings.stream()
        .map(cell)
        .map("\"%s\""::formatted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public void close() {
    server.close();
  }
}
