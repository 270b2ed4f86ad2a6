package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.compare.Check;
import io.regionalmetrics.compare.Comparison;
import io.regionalmetrics.compare.Contribution;
import io.regionalmetrics.compare.Drivers;
import io.regionalmetrics.compare.Growth;
import io.regionalmetrics.compare.Regions;
import io.regionalmetrics.compare.Requirements;
import io.regionalmetrics.compare.Revisions;
import io.regionalmetrics.compare.Share;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.ExchangeRates;
import io.regionalmetrics.derive.LatestQuarter;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** One question on figures while it is being understood. */
public final class QuestionReader {
  /** What a quarter is usually compared with. */
  public static final String YOY = "yoy";

  private static final int MOST_ITEMS = 100;
  private static final int MOST_ROWS = 2_000;

  /**
   * So many quarters are looked through at once for the latest; a company that is late is seldom
   * later.
   */
  private static final int QUARTERS_AT_ONCE = 4;

  private final Store store;
  private final QueryParameters query;
  private final Deadline deadline;
  private final LocalDate today;
  private final LocalDate asOf;
  private final CodeResolver words;
  private final CurrencyParameters currency;
  private String newer = "";

  /**
   * A question.
   *
   * @param usualBase what a quarter is compared with where the question says nothing; empty where
   *     that is nothing
   */
  public QuestionReader(
      Store store, LocalDate today, QueryParameters query, String usualBase, Deadline deadline) {
    this.store = store;
    this.today = today;
    this.query = query;
    this.deadline = deadline;
    this.asOf = asOf(query, today);
    this.currency = new CurrencyParameters(query, today, known());
    this.words =
        new CodeResolver(store, query, dependsOnCoverage(), likely(query, usualBase), deadline);
  }

  /**
   * The quarters that are read whatever the words mean: of each company the metric, in the quarter
   * and in that which it is compared with; none where the question doesn't name them.
   */
  private static List<QuarterKey> likely(QueryParameters query, String usualBase) {
    Optional<String> metric = query.text("metric");
    Optional<YearQuarter> period = query.text("period").flatMap(Periods::quarter);
    if (metric.isEmpty() || !Codes.isId(metric.get()) || period.isEmpty()) {
      return List.of();
    }
    Optional<YearQuarter> base = base(query.text("base").orElse(usualBase), period.get());
    List<QuarterKey> keys = new ArrayList<>();
    for (String company : query.list("company").orElse(List.of())) {
      if (!Codes.isId(company)) {
        continue;
      }
      keys.add(new QuarterKey(company, metric.get(), period.get()));
      base.ifPresent(quarter -> keys.add(new QuarterKey(company, metric.get(), quarter)));
    }
    return keys;
  }

  /** The quarter that a word or a quarter's name means as a base. */
  private static Optional<YearQuarter> base(String text, YearQuarter period) {
    return Measure.of(text)
        .filter(measure -> measure != Measure.LEVEL)
        .map(measure -> period.minusQuarters(measure.quarters()))
        .or(() -> Periods.quarter(text));
  }

  /**
   * Whether the answer depends on which quarters and regions there are, which must not be a minute
   * old.
   */
  private boolean dependsOnCoverage() {
    boolean everyQuarter = query.text("period").map("latest"::equals).orElse(true);
    boolean everyRegion = query.text("region").map("*"::equals).orElse(true);
    return everyQuarter || everyRegion;
  }

  /** The day as of which is asked; today where it is left open. */
  static LocalDate asOf(QueryParameters query, LocalDate today) {
    return day(query, "asOf", today).orElse(today);
  }

  private static Optional<LocalDate> day(QueryParameters query, String parameter, LocalDate today) {
    return query
        .text(parameter)
        .map(text -> {
          LocalDate day =
              Periods.day(text)
                  .orElseThrow(() ->
                      Refusal.of(
                          Reason.MALFORMED,
                          parameter,
                          "'%s' is not a day; 2018-03-01 is".formatted(text)));
          if (day.isAfter(today)) {
            throw Refusal.of(
                Reason.SENSELESS,
                parameter,
                "%s is in the future; today is %s, UTC".formatted(day, today));
          }
          return day;
        });
  }

  /** The last day of which anything is known: of revisions the last that is compared. */
  private LocalDate known() {
    return day("to").orElse(asOf);
  }

  /** What was known on a day that is past changes only by a late ingest. */
  public String freshness() {
    return freshness(known(), today);
  }

  private Optional<LocalDate> day(String parameter) {
    return day(query, parameter, today);
  }

  /** How long an answer may be kept. */
  public static String freshness(LocalDate asOf, LocalDate today) {
    return asOf.isBefore(today) ? "public, max-age=86400" : "public, max-age=60";
  }

  /** The words of the companies that are asked about. */
  public Collection<Vocabulary> vocabularies() {
    return words.vocabularies();
  }

  public Answer growth() {
    List<Subject> subjects = refuseTooMany(words.subjects());
    YearQuarter period = period(subjects);
    return answer(new Growth(subjects, period, base(period)), subjects);
  }

  private YearQuarter base(YearQuarter period) {
    String text = query.text("base").orElse(YOY);
    if (Periods.several(text).isPresent()) {
      throw SeveralQuarters.ofBase(text);
    }
    YearQuarter quarter =
        base(text, period)
            .orElseThrow(() ->
                Refusal.of(
                    Reason.MALFORMED,
                    "base",
                    "'%s' is not yoy, qoq, or a quarter like 2016-Q4".formatted(text)));
    if (!quarter.isBefore(period)) {
      throw Refusal.of(
          Reason.SENSELESS, "base", "%s is not before the period %s".formatted(quarter, period));
    }
    if (Periods.quarter(quarter.toString()).isEmpty()) {
      throw Refusal.of(
          Reason.SENSELESS,
          "period",
          "%s has nothing before it to compare with: the first quarter is 1000-Q1"
              .formatted(period));
    }
    return quarter;
  }

  public Answer regions() {
    List<Subject> subjects = refuseTooMany(words.subjects());
    Subject against = words.against(subjects);
    List<Subject> all = Stream.concat(subjects.stream(), Stream.of(against)).toList();
    return answer(new Regions(subjects, period(all), against), all);
  }

  public Answer share() {
    List<PartOfWhole> parts = refuseTooMany(words.parts());
    YearQuarter period = period(subjects(parts));
    Optional<YearQuarter> base = query.text("base").map(text -> base(period));
    return answer(new Share(parts, period, base, words.asksForAll()), subjects(parts));
  }

  public Answer contribution() {
    List<PartOfWhole> parts = refuseTooMany(words.parts());
    YearQuarter period = period(subjects(parts));
    return answer(
        new Contribution(parts, period, base(period), words.asksForAll()), subjects(parts));
  }

  private static List<Subject> subjects(List<PartOfWhole> parts) {
    return parts.stream().flatMap(part -> Stream.of(part.subject(), part.whole())).toList();
  }

  public Answer drivers() {
    List<Subject> subjects = refuseTooMany(words.ratios());
    YearQuarter period = period(subjects);
    return answer(
        new Drivers(subjects, period, base(period)),
        subjects.stream().flatMap(subject -> subject.numerator().stream()).toList(),
        subjects.stream().flatMap(subject -> subject.denominator().stream()).toList());
  }

  public Answer revisions() {
    List<Subject> subjects = refuseTooMany(words.subjects());
    YearQuarter period = period(subjects);
    Optional<LocalDate> from = day("from");
    LocalDate to = day("to").orElse(asOf);
    if (from.isPresent() && from.get().isAfter(to)) {
      throw Refusal.of(Reason.SENSELESS, "from", "%s is after to, %s".formatted(from.get(), to));
    }
    if (to.isAfter(asOf)) {
      throw Refusal.of(
          Reason.SENSELESS,
          "to",
          "%s is after asOf, %s; leave one of them out".formatted(to, asOf));
    }
    return answer(new Revisions(subjects, period, from, to), subjects);
  }

  public Answer check() {
    List<Subject> subjects = refuseTooMany(words.narrowed());
    Optional<String> quarter = query.text("period");
    if (quarter.flatMap(Periods::several).isPresent()) {
      throw SeveralQuarters.ofCheck(quarter.get());
    }
    Optional<YearQuarter> narrow = quarter.map(text -> period(subjects));
    List<Check.Checked> cells = new ArrayList<>();
    for (Subject subject : subjects) {
      narrow
          .map(List::of)
          .orElseGet(() -> covered(subject))
          .forEach(period -> cells.add(new Check.Checked(subject, period)));
    }
    Map<String, List<String>> narrowed = new LinkedHashMap<>();
    narrowed.put("company", words.companies());
    query.list("metric").ifPresent(metrics -> narrowed.put("metric", metrics));
    query.list("region").ifPresent(regions -> narrowed.put("region", regions));
    narrow.ifPresent(period -> narrowed.put("period", List.of(period.toString())));
    return answer(new Check(cells, narrowed), subjects);
  }

  /** The quarters of which a figure may have been published, newest first. */
  private List<YearQuarter> covered(Subject subject) {
    Map<String, Coverage> coverage =
        subject.vocabulary().company().coverage().getOrDefault(subject.metric().id(), Map.of());
    return Stream.concat(subject.region().single().stream(), subject.equivalents().stream())
        .flatMap(region -> Stream.ofNullable(coverage.get(region)))
        .reduce(Coverage::and)
        .map(all -> quarters(all.first(), all.last()))
        .orElse(List.of());
  }

  private static List<YearQuarter> quarters(YearQuarter first, YearQuarter last) {
    return Stream.iterate(
            last, quarter -> !quarter.isBefore(first), quarter -> quarter.minusQuarters(1))
        .toList();
  }

  private YearQuarter period(List<Subject> subjects) {
    String text = query.required("period", "2017-Q4");
    if (text.equals("latest")) {
      return latest(subjects);
    }
    Periods.several(text)
        .ifPresent(span -> {
          throw SeveralQuarters.ofPeriod(text, span, subjects.getFirst().metric());
        });
    return Periods.quarter(text)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "period",
                "'%s' is not a quarter like 2017-Q4, nor latest".formatted(text)));
  }

  private YearQuarter latest(List<Subject> subjects) {
    List<YearQuarter> candidates = LatestQuarter.candidates(subjects);
    LatestQuarter latest = LatestQuarter.NOT_YET;
    for (int start = 0; start < candidates.size(); start += QUARTERS_AT_ONCE) {
      List<YearQuarter> some =
          candidates.subList(start, Math.min(candidates.size(), start + QUARTERS_AT_ONCE));
      Set<QuarterKey> keys =
          some.stream()
              .flatMap(quarter -> subjects.stream().flatMap(subject -> subject.reads(quarter)))
              .collect(Collectors.toSet());
      refuseTooManyReads(keys.size());
      latest = latest.among(subjects, some, new Quarters(store.quarters(keys, deadline), asOf));
      if (latest.period().isPresent()) {
        newer = latest.ahead();
        return latest.period().get();
      }
    }
    throw Refusal.of(
        Reason.SENSELESS,
        "period",
        "there is no quarter for which all that is asked about is known; ask for fewer regions, or name a quarter");
  }

  /** What a comparison reads, and the rates to convert it by, together. */
  private Quarters read(Comparison comparison, List<Subject> subjects) {
    Requirements requirements = comparison.requirements();
    Set<QuarterKey> keys = new LinkedHashSet<>(requirements.quarters());
    MoneyQuarters money = MoneyQuarters.of(keys, subjects);
    Set<FixingsKey> rates = new LinkedHashSet<>(requirements.rates());
    rates.addAll(currency.reads(money.usual(), money.periods()));
    refuseTooManyReads(keys.size() + rates.size());
    Map<QuarterKey, MetricQuarter> found = new LinkedHashMap<>(words.readAhead());
    found.keySet().retainAll(keys);
    keys.removeAll(found.keySet());
    Store.Read read = store.read(keys, rates, deadline);
    found.putAll(read.quarters());
    Quarters quarters = new Quarters(found, asOf);
    Set<FixingsKey> more = new LinkedHashSet<>(comparison.furtherRates(quarters));
    more.addAll(currency.reads(quarters.currencies(money.quarters().keySet()), money.periods()));
    more.removeAll(rates);
    return quarters.with(
        new ExchangeRates(read.rates(), known()).and(moreRates(more)), currency.exchange());
  }

  /** Those that only the figures tell: a company reports in another currency than is usual. */
  private Map<FixingsKey, Fixings> moreRates(Set<FixingsKey> keys) {
    refuseTooManyReads(keys.size());
    return keys.isEmpty() ? Map.of() : store.read(Set.of(), keys, deadline).rates();
  }

  private static void refuseTooManyReads(int items) {
    if (items > MOST_ITEMS) {
      throw Refusal.of(
          Reason.SENSELESS,
          "query",
          "%s quarters of metrics would have to be read, more than %s; ask for fewer companies, or a metric or a quarter at a time"
              .formatted(items, MOST_ITEMS));
    }
  }

  private Answer answer(Comparison comparison, List<Subject> subjects) {
    return answer(comparison, subjects, List.of());
  }

  /**
   * The answer.
   *
   * @param subjects of which at least one must be money, where a currency is asked for
   * @param besides what is converted with them, if it is money
   */
  private Answer answer(Comparison comparison, List<Subject> subjects, List<Subject> besides) {
    currency.refuseUnlessMoney(metrics(subjects.stream()));
    Answer answer =
        currency.in(
            comparison.answer(read(comparison, subjects)),
            metrics(Stream.concat(subjects.stream(), besides.stream())));
    return newer.isEmpty() ? answer : answer.with(latestDiffers(answer));
  }

  private static List<Metric> metrics(Stream<Subject> subjects) {
    return subjects.map(Subject::metric).distinct().toList();
  }

  private static <T> List<T> refuseTooMany(List<T> rows) {
    if (rows.size() > MOST_ROWS) {
      throw Refusal.of(
          Reason.SENSELESS,
          "region",
          "%s rows are more than %s; ask for fewer regions or companies at a time"
              .formatted(rows.size(), MOST_ROWS));
    }
    return rows;
  }

  private Finding latestDiffers(Answer answer) {
    return new Finding(
        FindingCode.LATEST_DIFFERS,
        IntStream.range(0, answer.rows().size()).boxed().toList(),
        "%s is the newest quarter that all have; %s."
            .formatted(
                String.join(", ", answer.question().getOrDefault("period", List.of())), newer));
  }
}
