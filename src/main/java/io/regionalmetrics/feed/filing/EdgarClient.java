package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.Address;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchRequest;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.InstanceReader;
import io.regionalmetrics.xbrl.LinkbaseReader;
import io.regionalmetrics.xbrl.Linkbases;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.ReadingTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches and parses files from EDGAR, the SEC's archive of filings.
 *
 * <p>Methods that fetch throw a {@link FetchException} if the file can't be fetched, and an {@link
 * UnreadableListing} if a list isn't what the SEC publishes.
 *
 * @see <a href="https://www.sec.gov/search-filings/edgar-application-programming-interfaces">EDGAR
 *     application programming interfaces</a>
 */
final class EdgarClient {
  static final URI DATA = URI.create("https://data.sec.gov");
  static final URI ARCHIVES = URI.create("https://www.sec.gov");

  private static final long MAX_LIST_BYTES = 50_000_000;
  private static final long MAX_INSTANCE_BYTES = 300_000_000;

  private static final Pattern INSTANCE_END = Pattern.compile("(_htm)?\\.xml$");

  private final FeedRun run;
  private final URI data;
  private final URI archives;

  /**
   * A client for one run of the feed.
   *
   * @param data the server of the lists of filings
   * @param archives the server of the filings
   */
  EdgarClient(FeedRun run, URI data, URI archives) {
    this.run = run;
    this.data = data;
    this.archives = archives;
  }

  /** Parses the content of a file. */
  private interface Parser<T> {
    T parse(InputStream content) throws IOException;
  }

  /** The address of a company's list of filings. */
  URI submissionsAddress(String cik) {
    return Address.on(data, "/submissions/CIK%s.json".formatted(Cik.tenDigits(cik)));
  }

  /** The address of the list of a filing's files. */
  URI indexAddress(Filing filing) {
    return Address.on(archives, filing.index());
  }

  /** The address of a filing's instance, if it follows from the name of the main file. */
  Optional<URI> extractedInstance(Filing filing) {
    return filing.extractedInstance().map(path -> Address.on(archives, path));
  }

  /** The address at which the public finds a file, even if this client reads from a mirror. */
  String publicAddress(URI address) {
    return ARCHIVES + address.toString().substring(archives.toString().length());
  }

  /** Fetches a company's list of filings; empty if it hasn't changed. */
  Optional<FetchedFile> submissions(String cik, Validators lastKnown) {
    return run.fetcher()
        .get(request(submissionsAddress(cik), MAX_LIST_BYTES).ifChangedSince(lastKnown));
  }

  /** Parses a company's list of filings. */
  Submissions submissions(FetchedFile file, LocalDate since) {
    return parse(file, content -> SubmissionsReader.read(content, since));
  }

  /** All reports that a company filed since a day, oldest first; fetches older pages too. */
  List<Filing> filings(Submissions submissions, LocalDate since) {
    List<Filing> older = new ArrayList<>();
    for (Submissions.OlderPage page : submissions.olderPages()) {
      if (page.reaches(since)) {
        older.addAll(filings(page, submissions.cik(), since));
      }
    }
    return Stream.concat(older.stream(), submissions.filings().stream())
        .sorted(Filing.OLDEST_FIRST)
        .toList();
  }

  private List<Filing> filings(Submissions.OlderPage page, String cik, LocalDate since) {
    return fetch(
        Address.on(data, "/submissions/" + page.name()),
        MAX_LIST_BYTES,
        content -> SubmissionsReader.readPage(content, cik, since));
  }

  /** Looks up the address of a filing's instance in the list of its files. */
  Optional<URI> findInstance(Filing filing) {
    return fetch(indexAddress(filing), MAX_LIST_BYTES, FilingIndex::read)
        .instance()
        .map(name -> Address.on(archives, filing.folder() + name));
  }

  /**
   * Fetches the instance of a filing.
   *
   * @param concepts selects the concepts whose facts are read
   * @throws io.regionalmetrics.xbrl.UnreadableInstance if the file isn't a valid instance
   */
  FiledInstance instance(Filing filing, URI address, Predicate<QualifiedName> concepts) {
    MessageDigest sha256 = FetchedFile.sha256();
    Instance instance =
        fetch(address, MAX_INSTANCE_BYTES, content -> instance(content, sha256, concepts));
    return new FiledInstance(
        filing,
        publicAddress(address),
        HexFormat.of().formatHex(sha256.digest()),
        instance,
        Linkbases.NONE);
  }

  /** Parses an instance and digests all of its bytes, in one pass. */
  private static Instance instance(
      InputStream content, MessageDigest sha256, Predicate<QualifiedName> concepts)
      throws IOException {
    InputStream digested = new UnclosedDigest(content, sha256);
    Instance instance = InstanceReader.read(digested, concepts);
    digested.transferTo(OutputStream.nullOutputStream());
    return instance;
  }

  /** Stays open when a parser closes it, so that the rest can be read too. */
  private static final class UnclosedDigest extends DigestInputStream {
    UnclosedDigest(InputStream content, MessageDigest digest) {
      super(content, digest);
    }

    @Override
    public void close() {
      // Whoever opened the content closes it.
    }
  }

  /** Fetches the labels that a filing gives to its elements. */
  ElementLabels labels(URI instance) {
    return fetch(linkbase(instance, "lab"), MAX_LIST_BYTES, LinkbaseReader::labels);
  }

  /** Fetches which of a filing's members include which. */
  MemberHierarchy hierarchy(URI instance) {
    return fetch(linkbase(instance, "def"), MAX_LIST_BYTES, LinkbaseReader::hierarchy);
  }

  /** The address of a linkbase: {@code nflx-20231231_lab.xml} of {@code nflx-20231231_htm.xml}. */
  private static URI linkbase(URI instance, String kind) {
    return URI.create(INSTANCE_END.matcher(instance.toString()).replaceFirst("_" + kind + ".xml"));
  }

  private <T> T fetch(URI address, long maxBytes, Parser<T> parser) {
    try (FetchedFile file =
        ReadingTime.waiting(() -> run.fetcher().get(request(address, maxBytes)).orElseThrow())) {
      return parse(file, parser);
    }
  }

  private FetchRequest request(URI address, long maxBytes) {
    return FetchRequest.of(address, maxBytes, run.fetchTimeout());
  }

  private static <T> T parse(FetchedFile file, Parser<T> parser) {
    try (InputStream content = file.open()) {
      return parser.parse(content);
    } catch (IOException e) {
      throw file.broken(e);
    }
  }
}
