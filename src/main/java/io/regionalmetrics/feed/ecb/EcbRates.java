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
 * last day's file first; if days are missing before it, the file of ninety days, else the whole
 * history.
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

  /** The name in the feed's memory of the last day whose rates are all stored. */
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
    Optional<FetchedFile> daily = run.fetcher().get(wanted(DAILY, run).ifChangedSince(known));
    if (daily.isEmpty()) {
      return new Outcome(new Tally().result(run, 0), run.memory());
    }
    try (FetchedFile file = daily.get()) {
      DailyFixings news = whole(DailyFixings.xml(file), through.get(), run);
      Map<String, String> memory = new HashMap<>(run.memory());
      file.validators().remember(memory, DAILY);
      return store(news, run, memory);
    }
  }

  private FetchRequest wanted(String path, FeedRun run) {
    return FetchRequest.of(Address.on(base, path), MAX_BYTES, run.fetchTimeout());
  }

  /**
   * All days after the last one stored, from the smallest file that leaves none out. Earlier days
   * in that file are stored again, since they may have been corrected.
   */
  private DailyFixings whole(DailyFixings daily, LocalDate through, FeedRun run) {
    if (leavesNoneOut(daily, through)) {
      return daily;
    }
    try (FetchedFile file = fetched(NINETY_DAYS, run)) {
      DailyFixings ninety = DailyFixings.xml(file);
      if (leavesNoneOut(ninety, through)) {
        return ninety.and(daily);
      }
    }
    return history(run).and(daily);
  }

  /** Whether no day of fixings lies between the last day stored and the first day of these. */
  private static boolean leavesNoneOut(DailyFixings fixings, LocalDate through) {
    LocalDate next = TargetDays.onOrAfter(through.plusDays(1));
    return !fixings.days().first().isAfter(next);
  }

  private DailyFixings history(FeedRun run) {
    try (FetchedFile file = fetched(HISTORY, run)) {
      return DailyFixings.history(file);
    }
  }

  private FetchedFile fetched(String path, FeedRun run) {
    return run.fetcher().get(wanted(path, run)).orElseThrow();
  }

  /**
   * Stores fixings, one currency after another while there is time. Their days count as stored only
   * when all currencies are: a run that stopped before is repeated, which adds only what is
   * missing.
   */
  private Outcome store(DailyFixings fixings, FeedRun run, Map<String, String> memory) {
    Tally tally = new Tally();
    tally.add(fixings.size(), 0, 0, 0);
    tally.leaveOut("neither a rate nor N/A", fixings.unreadable());
    int left = fixings.byCurrency().size();
    for (Map.Entry<String, NavigableMap<LocalDate, BigDecimal>> one :
        fixings.byCurrency().entrySet()) {
      if (!run.hasTimeFor(ONE_CURRENCY)) {
        return new Outcome(tally.result(run, left), run.memory());
      }
      Fixings.Change change =
          run.store().rates().add(Fixings.of(one.getKey(), one.getValue()), run.deadline());
      tally.add(0, change.added(), change.revised(), change.unchanged());
      left--;
    }
    Map<String, String> remembered = new HashMap<>(memory);
    remembered.merge(
        THROUGH,
        fixings.days().last().toString(),
        (before, now) -> before.compareTo(now) > 0 ? before : now);
    return new Outcome(tally.result(run, 0), remembered);
  }
}
