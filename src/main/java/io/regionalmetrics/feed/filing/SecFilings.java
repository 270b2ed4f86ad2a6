package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.ErrorSummary;
import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.feed.Tally;
import io.regionalmetrics.fetch.Address;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.fetch.FetchRequest;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.store.Store;
import io.regionalmetrics.store.Unavailable;
import io.regionalmetrics.store.Versioned;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.InstanceReader;
import io.regionalmetrics.xbrl.UnreadableInstance;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code sec-filings}: companies' quarterly and annual reports. Each company's filings are listed,
 * and those that weren't read yet are, oldest first, each whole: its figures are taken in, and then
 * it is remembered. One that can't be read is left for the next runs, and given up after some; the
 * others are read all the same.
 *
 * @param id the key of its state
 * @param data where lists of filings are
 * @param archives where filings are
 * @param hasContact whether the SEC is told whom it can write to
 * @param ciks the companies, by their ten digits
 * @param since no filing before is read
 * @param metrics what is read
 */
public record SecFilings(
    String id,
    URI data,
    URI archives,
    boolean hasContact,
    List<String> ciks,
    LocalDate since,
    WantedMetrics metrics)
    implements Feed {
  public static final String KIND = "sec-filings";
  public static final URI DATA = URI.create("https://data.sec.gov");
  public static final URI ARCHIVES = URI.create("https://www.sec.gov");

  private static final long MOST_LIST = 50_000_000;
  private static final long MOST_INSTANCE = 300_000_000;

  /** On how many days a filing that can't be read is tried before it is given up. */
  private static final int MOST_TRIES = 5;

  /** So many filings in a row that can't be fetched are no fault of theirs. */
  private static final int MOST_IN_A_ROW = 3;

  private static final String GIVEN_UP = "filing given up, since it couldn't be read on five days";
  private static final Duration ONE_COMPANY = Duration.ofMinutes(2);
  private static final Duration ONE_FILING = Duration.ofSeconds(90);
  private static final String TRIES = "tries ";

  /**
   * The SEC wants to know whom it can write to.
   *
   * @see <a href="https://www.sec.gov/about/webmaster-frequently-asked-questions#developers">SEC's
   *     questions of developers</a>
   */
  private static final String NO_CONTACT =
      "sec-filings needs a contact: the parameter Contact of the template (CONTACT in the environment, -Dcontact= on localhost), a name and an e-mail address. Nothing was fetched.";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String description() {
    return "%s: %s".formatted(data, String.join(", ", ciks));
  }

  /** All that ask the SEC together must not ask too much. */
  @Override
  public String leaseName() {
    return KIND;
  }

  @Override
  public Outcome refresh(FeedRun run) {
    if (!hasContact) {
      throw new FetchException(NO_CONTACT);
    }
    return new Reader(run).read();
  }

  /** One run: what it has come to so far. */
  private final class Reader {
    private final FeedRun run;
    private final Map<String, String> memory;
    private final Tally tally = new Tally();
    private final List<String> errors = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();
    private int notFetched;
    private int givenUp;
    private int remaining;

    Reader(FeedRun run) {
      this.run = run;
      this.memory = new HashMap<>(run.memory());
    }

    Outcome read() {
      for (String cik : ciks) {
        if (run.hasTimeFor(ONE_COMPANY)) {
          orSayWhy(cik);
        } else {
          remaining++;
        }
      }
      if (remaining > 0) {
        tally.noteFirst(
            "%s filings, or companies that weren't looked at, are left for the next run"
                .formatted(remaining));
      }
      return new Outcome(tally.result(run, remaining), memory, errors, faults);
    }

    /** One company keeps none of the others back, whatever is wrong with it. */
    private void orSayWhy(String cik) {
      try {
        company(cik);
      } catch (Unavailable e) {
        throw e;
      } catch (FetchException e) {
        errors.add(String.valueOf(e.getMessage()));
      } catch (UnreadableListing e) {
        errors.add("%s: %s".formatted(Address.on(data, Submissions.path(cik)), e.message()));
      } catch (UnreadableHistory e) {
        errors.add("%s: %s".formatted(Address.on(data, Submissions.path(cik)), e.message()));
      } catch (RuntimeException e) {
        faults.add(e);
        errors.add("%s: something is wrong here, not with its filings; see the log".formatted(cik));
      }
    }

    /**
     * Reads what is new of a company; nothing where its list is the one that was read to its end.
     */
    private void company(String cik) {
      String list = "%s since %s".formatted(cik, since);
      FetchRequest wanted =
          FetchRequest.of(Address.on(data, Submissions.path(cik)), MOST_LIST, run.fetchTimeout())
              .ifChangedSince(Validators.remembered(memory, list));
      Optional<FetchedFile> changed = run.fetcher().get(wanted);
      if (changed.isEmpty()) {
        return;
      }
      try (FetchedFile file = changed.get()) {
        int open = open();
        company(cik, parsed(file, content -> Submissions.read(content, since)));
        if (open() == open) {
          file.validators().remember(memory, list);
        }
      }
    }

    /** What isn't done: where a company adds to it, its list is looked at again. */
    private int open() {
      return errors.size() + remaining + givenUp;
    }

    private void company(String cik, Submissions submissions) {
      Versioned<FilingHistory> history = history(cik);
      Set<String> known = history.value().sourceIds();
      List<Filing> unread =
          filings(submissions).stream()
              .filter(filing -> !known.contains(filing.sourceId()))
              .toList();
      if (unread.isEmpty()) {
        return; // Who the company is needn't be looked up.
      }
      Company company = company(submissions);
      notFetched = 0;
      for (Filing filing : unread) {
        if (isGivenUp(filing)) {
          givenUp++;
          tally.leaveOut(GIVEN_UP, 1);
        } else if (!filing.xbrl()) {
          tally.leaveOut("filing without an XBRL instance", 1);
        } else if (run.hasTimeFor(ONE_FILING) && notFetched < MOST_IN_A_ROW) {
          history = read(company, filing, history);
        } else {
          remaining++;
        }
      }
    }

    /** All filings that are listed, on older pages too, oldest first. */
    private List<Filing> filings(Submissions submissions) {
      List<Filing> older = new ArrayList<>();
      for (Submissions.Page page : submissions.pages()) {
        if (page.reaches(since)) {
          URI address = Address.on(data, "/submissions/" + page.name());
          older.addAll(
              parsed(
                  address,
                  MOST_LIST,
                  content -> Submissions.readPage(content, submissions.cik(), since)));
        }
      }
      return Stream.concat(older.stream(), submissions.filings().stream())
          .sorted(Filing.OLDEST_FIRST)
          .toList();
    }

    /** The company as it is to be known: found by its CIK, or new. */
    private Company company(Submissions submissions) {
      Optional<Company> known = Optional.empty();
      Set<String> ids = new HashSet<>();
      Optional<String> next = Optional.empty();
      do {
        Store.Page<Company> page = run.store().companies(next.orElse(null), 100, run.deadline());
        page.items().forEach(company -> ids.add(company.id()));
        known =
            known.or(() ->
                page.items().stream()
                    .filter(company -> company.cik().equals(Optional.of(submissions.cik())))
                    .findFirst());
        next = page.next();
      } while (known.isEmpty() && next.isPresent());
      return submissions.company(known, ids::contains, run.today());
    }

    private Vocabulary vocabulary(Company company) {
      @Nullable Vocabulary known =
          run.store().vocabularies(List.of(company.id()), true, run.deadline()).get(company.id());
      return known != null
          ? known
          : new Vocabulary(
              new CompanyRecord(company, Definitions.NONE, Map.of()),
              run.store().definitions(run.deadline()));
    }

    /** Reads a filing and takes its figures in; one that can't be is left as it is. */
    private Versioned<FilingHistory> read(
        Company company, Filing filing, Versioned<FilingHistory> before) {
      Optional<URI> extracted = filing.extractedInstance().map(path -> Address.on(archives, path));
      try {
        return extracted.isPresent()
            ? read(company, filing, extracted.get(), before)
            : readByIndex(company, filing, before);
      } catch (FetchException.NotFound e) {
        // Where the name doesn't follow from the main file's, the index has it.
        return readByIndex(company, filing, before);
      }
    }

    private Versioned<FilingHistory> readByIndex(
        Company company, Filing filing, Versioned<FilingHistory> before) {
      try {
        return byIndex(filing)
            .map(address -> read(company, filing, address, before))
            .orElse(before);
      } catch (FetchException e) {
        notFetched++;
        unreadable(filing, Address.on(archives, filing.index()), String.valueOf(e.getMessage()));
        return before;
      }
    }

    private Versioned<FilingHistory> read(
        Company company, Filing filing, URI address, Versioned<FilingHistory> before) {
      try {
        Instance instance =
            parsed(
                address,
                MOST_INSTANCE,
                content -> InstanceReader.read(content, metrics.selection()));
        FilingContents reading =
            new FilingReader(company, vocabulary(company), metrics)
                .read(new FiledInstance(filing, published(address), instance), before.value());
        for (Document document : reading.documents()) {
          tally.add(run.ingest().take(document, run.deadline()));
        }
        report(filing, reading);
        memory.remove(TRIES + filing.accession());
        notFetched = 0;
        return keep(filing.cik(), reading.history(), before.version());
      } catch (UnreadableInstance e) {
        unreadable(filing, address, e.message());
      } catch (Refusal e) {
        unreadable(filing, address, ErrorSummary.of(e));
      } catch (FetchException.NotFound e) {
        throw e;
      } catch (FetchException e) {
        notFetched++;
        unreadable(filing, address, String.valueOf(e.getMessage()));
      }
      return before;
    }

    /** Where a filing's instance is by its index; nothing where that can't be found out. */
    private Optional<URI> byIndex(Filing filing) {
      URI index = Address.on(archives, filing.index());
      try {
        Optional<String> named = parsed(index, MOST_LIST, FilingIndex::read).instance();
        if (named.isEmpty()) {
          unreadable(filing, index, "it names no XBRL instance");
        }
        return named.map(name -> Address.on(archives, filing.folder() + name));
      } catch (UnreadableListing e) {
        unreadable(filing, index, e.message());
        return Optional.empty();
      }
    }

    /** Where the instance is for everybody, whatever stands in for that. */
    private String published(URI address) {
      return ARCHIVES + address.toString().substring(archives.toString().length());
    }

    /** Counts a try, one a day at most: a server that is down for an evening ends nothing. */
    private void unreadable(Filing filing, URI address, String why) {
      String today = run.today().toString();
      Tries before = tries(filing);
      Tries tries = before.day().equals(today) ? before : new Tries(before.count() + 1, today);
      memory.put(TRIES + filing.accession(), tries.count() + " " + tries.day());
      String words = why.contains(address.toString()) ? why : "%s: %s".formatted(address, why);
      if (tries.count() < MOST_TRIES) {
        errors.add(words);
      } else {
        tally.note("given up, since it couldn't be read on five days: " + words);
      }
    }

    /** On how many days a filing was tried, and which of them was the last. */
    private record Tries(int count, String day) {}

    private Tries tries(Filing filing) {
      String kept = memory.getOrDefault(TRIES + filing.accession(), "0 never");
      int space = kept.indexOf(' ');
      return new Tries(Integer.parseInt(kept.substring(0, space)), kept.substring(space + 1));
    }

    private boolean isGivenUp(Filing filing) {
      return tries(filing).count() >= MOST_TRIES;
    }

    private void report(Filing filing, FilingContents reading) {
      for (Map.Entry<LeftOutReason, Integer> one : reading.leftOut().entrySet()) {
        tally.leaveOut("fact " + one.getKey().description(), one.getValue());
      }
      for (FilingNote note : reading.notes()) {
        tally.note("%s %s: %s".formatted(filing.accession(), note.code(), note.message()));
      }
    }

    private Versioned<FilingHistory> history(String cik) {
      Optional<Versioned<byte[]>> kept =
          run.store().fileToWrite(id, "filings-" + cik, run.deadline());
      return kept.map(file -> new Versioned<>(HistoryFormat.read(file.value()), file.version()))
          .orElseGet(() -> new Versioned<>(FilingHistory.empty(), 0));
    }

    private Versioned<FilingHistory> keep(String cik, FilingHistory history, long replaced) {
      if (!run.store()
          .writeFile(
              id, "filings-" + cik, HistoryFormat.write(history), replaced, run.deadline())) {
        throw new FetchException(
            "another run has read filings of %s meanwhile; nothing is lost".formatted(cik));
      }
      return new Versioned<>(history, replaced + 1);
    }

    private <T> T parsed(URI address, long mostBytes, Parser<T> parser) {
      FetchRequest wanted = FetchRequest.of(address, mostBytes, run.fetchTimeout());
      try (FetchedFile file = run.fetcher().get(wanted).orElseThrow()) {
        return parsed(file, parser);
      }
    }

    private static <T> T parsed(FetchedFile file, Parser<T> parser) {
      try (InputStream content = file.open()) {
        return parser.parse(content);
      } catch (IOException e) {
        throw file.broken(e);
      }
    }
  }

  /** Makes something of a file's content. */
  private interface Parser<T> {
    T parse(InputStream content) throws IOException;
  }
}
