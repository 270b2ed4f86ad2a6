package io.regionalmetrics.feed.ecb;

import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.TargetDays;
import io.regionalmetrics.feed.Feed;
import io.regionalmetrics.feed.FeedRun;
import io.regionalmetrics.feed.Tally;
import io.regionalmetrics.fetch.Address;
import io.regionalmetrics.fetch.FetchRequest;
import io.regionalmetrics.fetch.FetchedFile;
import io.regionalmetrics.fetch.Validators;
import io.regionalmetrics.model.Periods;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The feed {@code ecb-rates}: the euro's reference rates against all currencies. It fetches the
 * last day's file. If days before it are missing, it fetches the file of the last ninety days; if
 * these are not enough, the whole history.
 *
 * @param id the key of its state
 * @param base the ECB's host, or a mirror of it
 */
public record EcbRates(String id, URI base) implements Feed {
  public static final String KIND = "ecb-rates";
  public static final URI HOST = URI.create("https://www.ecb.europa.eu");

  private static final String DAILY = "/stats/eurofxref/eurofxref-daily.xml";
  private static final String NINETY_DAYS = "/stats/eurofxref/eurofxref-hist-90d.xml";
  private static final String HISTORY = "/stats/eurofxref/eurofxref-hist.zip";
  private static final long MAX_BYTES = 20_000_000;
  private static final Duration ONE_CURRENCY = Duration.ofSeconds(5);

  /** The name of the last day whose rates are all stored, in the feed's memory. */
  private static final String THROUGH = "through";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String description() {
    return Address.on(base, DAILY).toString();
  }

  @Override
  public Outcome refresh(FeedRun run) {
    Optional<LocalDate> through =
        Optional.ofNullable(run.memory().get(THROUGH)).flatMap(Periods::day);
    if (through.isEmpty()) {
      return store(history(run), run, run.memory());
    }
    Validators known = Validators.remembered(run.memory(), DAILY);
    Optional<FetchedFile> daily = run.fetcher().get(request(DAILY, run).ifChangedSince(known));
    if (daily.isEmpty()) {
      return new Outcome(new Tally().result(run, 0), run.memory());
    }
    try (FetchedFile file = daily.get()) {
      DailyFixings fixings = allAfter(through.get(), FixingsXml.read(file), run);
      Map<String, String> memory = new HashMap<>(run.memory());
      file.validators().remember(memory, DAILY);
      return store(fixings, run, memory);
    }
  }

  private FetchRequest request(String path, FeedRun run) {
    return FetchRequest.of(Address.on(base, path), MAX_BYTES, run.fetchTimeout());
  }

  /**
   * All fixings after a day, from the smallest file that has them. Earlier days in that file are
   * kept, so that corrections of them are stored too.
   *
   * @param through the last day whose rates are stored
   */
  private DailyFixings allAfter(LocalDate through, DailyFixings daily, FeedRun run) {
    if (hasAllAfter(through, daily)) {
      return daily;
    }
    try (FetchedFile file = fetched(NINETY_DAYS, run)) {
      DailyFixings ninety = FixingsXml.read(file);
      if (hasAllAfter(through, ninety)) {
        return ninety.addAll(daily);
      }
    }
    return history(run).addAll(daily);
  }

  /** Whether no day of fixings lies between this day and the first day of these. */
  private static boolean hasAllAfter(LocalDate through, DailyFixings fixings) {
    LocalDate next = TargetDays.onOrAfter(through.plusDays(1));
    return !fixings.days().first().isAfter(next);
  }

  private DailyFixings history(FeedRun run) {
    try (FetchedFile file = fetched(HISTORY, run)) {
      return FixingsHistory.read(file);
    }
  }

  private FetchedFile fetched(String path, FeedRun run) {
    return run.fetcher().get(request(path, run)).orElseThrow();
  }

  /**
   * Stores fixings while there is time. Their days count as stored only when all currencies are: a
   * run that stopped earlier is repeated, and the repetition adds only what is missing.
   */
  private static Outcome store(DailyFixings fixings, FeedRun run, Map<String, String> memory) {
    Tally tally = new Tally();
    tally.add(fixings.size(), 0, 0, 0);
    tally.leaveOut("neither a rate nor N/A", fixings.unreadable());
    int remaining = storeCurrencies(fixings, run, tally);
    return new Outcome(
        tally.result(run, remaining),
        remaining == 0 ? storedThrough(fixings.days().last(), memory) : run.memory());
  }

  /**
   * Stores one currency after another.
   *
   * @return how many currencies are left for lack of time
   */
  private static int storeCurrencies(DailyFixings fixings, FeedRun run, Tally tally) {
    int remaining = fixings.byCurrency().size();
    for (Map.Entry<String, NavigableMap<LocalDate, BigDecimal>> rates :
        fixings.byCurrency().entrySet()) {
      if (!run.hasTimeFor(ONE_CURRENCY)) {
        return remaining;
      }
      Fixings.Change change =
          run.store().rates().add(Fixings.of(rates.getKey(), rates.getValue()), run.deadline());
      tally.add(0, change.added(), change.revised(), change.unchanged());
      remaining--;
    }
    return remaining;
  }

  /** The memory after a run that stored all fixings up to a day; it never goes back. */
  private static Map<String, String> storedThrough(LocalDate day, Map<String, String> memory) {
    Map<String, String> updated = new HashMap<>(memory);
    updated.merge(
        THROUGH, day.toString(), (before, now) -> before.compareTo(now) > 0 ? before : now);
    return updated;
  }
}
