package io.regionalmetrics.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.integration.FileServer;
import io.regionalmetrics.integration.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A folder of filings, which {@code filings.json} lists: an object each, with {@code file}, {@code
 * cik}, {@code name}, {@code form}, {@code period}, {@code filed}, {@code accession} and {@code
 * fye}. Files may be gzipped. Linkbases lie beside their instances.
 *
 * @param entries in the order in which the folder lists them
 * @param all the same, with those that have not arrived yet
 */
public record FilingFolder(Path path, List<Entry> entries, List<Entry> all) {
  /**
   * A filing of the folder.
   *
   * @param fiscalYearEnd month and day, such as {@code 1231}
   * @param served the name of the instance in the SEC's archive
   */
  public record Entry(
      String file,
      String cik,
      String name,
      String form,
      String period,
      LocalDate filed,
      String accession,
      String fiscalYearEnd,
      String served) {
    /** The id of the filing as a source. */
    String source() {
      return "sec-" + accession;
    }

    private String folder() {
      return "/Archives/edgar/data/%d/%s/"
          .formatted(Long.parseLong(cik), accession.replace("-", ""));
    }
  }

  /** Reads the list of a folder. */
  public static FilingFolder read(Path path) {
    return read(path, path.resolve("filings.json"));
  }

  /**
   * Reads a list of filings that is not in their folder.
   *
   * @param list {@code as} in it names a file as the SEC does, if the folder has another name
   */
  public static FilingFolder read(Path path, Path list) {
    List<Entry> entries = new ArrayList<>();
    Service.json(Service.file(list.toString())).forEach(one -> entries.add(entry(one)));
    return new FilingFolder(path, entries, entries);
  }

  private static Entry entry(JsonNode one) {
    return new Entry(
        one.get("file").textValue(),
        one.get("cik").textValue(),
        one.get("name").textValue(),
        one.get("form").textValue(),
        one.get("period").textValue(),
        LocalDate.parse(one.get("filed").textValue()),
        one.get("accession").textValue(),
        one.get("fye").textValue(),
        one.path("as").asText(served(one.get("file").textValue())));
  }

  private static String served(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.gz$", "");
  }

  /** The companies, by their CIKs. */
  public List<String> ciks() {
    return entries.stream().map(Entry::cik).distinct().sorted().toList();
  }

  /** The same folder, as if it had only some of its filings. */
  FilingFolder with(List<Entry> some) {
    return new FilingFolder(path, some, all);
  }

  /** The same folder, with the filings of some companies only. */
  public FilingFolder of(List<String> some) {
    return with(entries.stream().filter(entry -> some.contains(entry.cik())).toList());
  }

  /** The event that reads some companies' filings from a server. */
  public static String event(FileServer server, List<String> ciks) {
    return "{\"id\": \"filings\", \"feed\": \"sec-filings\", \"baseUrl\": \"%s\", \"ciks\": %s}"
        .formatted(
            server.address(), ciks.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")));
  }

  /** Serves all filings as the SEC does. */
  public FileServer serve() {
    FileServer server = new FileServer();
    entries.forEach(entry -> serve(entry, server));
    ciks().forEach(cik -> list(cik, entries, server));
    return server;
  }

  private static List<Entry> of(String cik, List<Entry> some) {
    return some.stream().filter(entry -> entry.cik().equals(cik)).toList();
  }

  private void serve(Entry entry, FileServer server) {
    server.with(entry.folder() + entry.served(), bytes(entry.file()));
    List<String> linkbases = linkbases(entry);
    linkbases.forEach(file -> server.with(entry.folder() + served(file), bytes(file)));
    server.with(
        entry.folder() + "index.json",
        index(
            Stream.concat(
                Stream.of(entry.served()), linkbases.stream().map(FilingFolder::served))));
  }

  private static String index(Stream<String> files) {
    return files
        .map("{\"name\": \"%s\"}"::formatted)
        .collect(Collectors.joining(", ", "{\"directory\": {\"item\": [", "]}}"));
  }

  private List<String> linkbases(Entry entry) {
    String stem = entry.served().replaceFirst("(_htm)?\\.xml$", "");
    try (Stream<Path> files = Files.list(path.resolve(entry.file()).resolveSibling(""))) {
      return files
          .map(file -> path.relativize(file).toString())
          .filter(name -> served(name).matches(stem + "_(lab|pre|def|cal)\\.xml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lists some of the filings as all that a company has filed. */
  void list(String cik, List<Entry> filed, FileServer server) {
    List<Entry> own = of(cik, filed);
    Entry last = of(cik, all).stream().max(Comparator.comparing(Entry::filed)).orElseThrow();
    server.with(
        "/submissions/CIK%s.json".formatted(cik),
        """
        {"cik": "%s", "name": "%s", "fiscalYearEnd": "%s", "filings": {"files": [], "recent": {
          "accessionNumber": %s, "filingDate": %s, "reportDate": %s, "form": %s,
          "primaryDocument": %s, "isXBRL": %s, "isInlineXBRL": %s}}}
        """
            .formatted(
                cik,
                last.name(),
                last.fiscalYearEnd(),
                column(own.stream().map(Entry::accession)),
                column(own.stream().map(entry -> entry.filed().toString())),
                column(own.stream().map(Entry::period)),
                column(own.stream().map(Entry::form)),
                column(own.stream().map(entry -> entry.served().replace("_htm.xml", ".htm"))),
                own.stream().map(entry -> "1").toList(),
                own.stream()
                    .map(entry -> entry.served().endsWith("_htm.xml") ? "1" : "0")
                    .toList()));
  }

  private static String column(Stream<String> cells) {
    return cells.collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }

  /** The content of a file of the folder, unpacked. */
  public byte[] bytes(String file) {
    try {
      byte[] bytes = Files.readAllBytes(path.resolve(file));
      return file.endsWith(".gz")
          ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
          : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
