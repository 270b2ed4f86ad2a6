package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.refusal.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The feed {@code sec-filings}: quarterly and annual reports that companies file with the SEC.
 *
 * <p>A run lists each company's filings and reads the new ones, oldest first. It takes in all
 * figures of a filing, and then remembers that the filing has been read. If a filing can't be read,
 * the next runs try again and give it up after five days; the others are read all the same.
 *
 * @param id the key of its state
 * @param data the server of the lists of filings
 * @param archives the server of the filings
 * @param hasContact whether requests name a contact
 * @param ciks the companies, by CIKs of ten digits
 * @param since filings before this day are not read
 * @param metrics the metrics to read
 * @param reread what was read before this time is read again; empty if nothing is
 */
public record SecFilings(
    String id,
    URI data,
    URI archives,
    boolean hasContact,
    List<String> ciks,
    LocalDate since,
    WantedMetrics metrics,
    Optional<Instant> reread)
    implements Feed {
  /** The kind of this feed in events. */
  public static final String KIND = "sec-filings";

  /** How long reading a filing may take; the largest real ones take less than 20 seconds. */
  private static final Duration READING_TIME = Duration.ofSeconds(60);

  /** The SEC's server of the lists of filings. */
  public static final URI DATA = EdgarClient.DATA;

  /** The SEC's server of the filings. */
  public static final URI ARCHIVES = EdgarClient.ARCHIVES;

  /**
   * The SEC requires that requests name a contact.
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

  /** All feeds of this kind share one lease, because they share the SEC's limit of requests. */
  @Override
  public String leaseName() {
    return KIND;
  }

  @Override
  public Outcome refresh(FeedRun run) {
    if (!hasContact) {
      throw new FetchException(NO_CONTACT);
    }
    reread.filter(run.now()::isBefore).ifPresent(SecFilings::refuseFuture);
    EdgarClient edgar = new EdgarClient(run, data, archives);
    return new FilingsRun(run, id, edgar, since, metrics, READING_TIME, reread).read(ciks);
  }

  private static void refuseFuture(Instant reread) {
    throw Refusal.of(
        Refusal.Reason.SENSELESS,
        "reread",
        "reread: %s is yet to come; use a day or time that has passed, such as today's date"
            .formatted(reread));
  }
}
