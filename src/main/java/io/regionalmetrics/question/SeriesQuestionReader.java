package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.NextPage;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.compare.PublishedPage;
import io.regionalmetrics.compare.Series;
import io.regionalmetrics.compare.Transform;
import io.regionalmetrics.currency.Fixings;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.ExchangeRates;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.MetricSpan;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/** One question of a series while it is being understood. */
public final class SeriesQuestionReader {
  /** What it may be asked with. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "company",
          "metric",
          "region",
          "transform",
          "whole",
          "startPeriod",
          "endPeriod",
          "lastNObservations",
          "includeHistory",
          "asOf",
          "currency",
          "fx",
          "format",
          "width",
          "title",
          "next");

  /** Those of it that may be repeated. */
  public static final Set<String> LISTS = Set.of("company", "region", "transform");

  /** What may differ from page to page. */
  private static final Set<String> OF_A_PAGE = Set.of("next", "asOf", "format", "width", "title");

  /** A growth tells of a level so many quarters before or after it. */
  private static final int QUARTERS_AROUND = 4;

  private static final int MOST_SPANS = 100;
  private static final int MOST_OBSERVATIONS = 400;

  private final QueryParameters query;
  private final LocalDate today;
  private final LocalDate asOf;
  private final String question;
  private final Optional<PageToken> token;
  private final Series series;
  private final Quarters quarters;
  private final CurrencyParameters currency;
  private final List<Subject> subjects;
  private final Collection<Vocabulary> vocabularies;

  public SeriesQuestionReader(
      Store store, LocalDate today, QueryParameters query, Deadline deadline) {
    this.query = query;
    this.today = today;
    this.question = query.without(OF_A_PAGE);
    this.token = query.text("next").map(text -> PageToken.read(text, question));
    this.asOf = day();
    this.currency = new CurrencyParameters(query, today, asOf);
    boolean everyRegion = query.text("region").map("*"::equals).orElse(false);
    CodeResolver words = new CodeResolver(store, query, everyRegion, List.of(), deadline);
    this.series = series(words);
    this.subjects = series.subjects();
    this.vocabularies = words.vocabularies();
    currency.refuseUnlessMoney(metrics());
    List<MetricSpan> spans = refuseTooMany(series.requirements().spans());
    Map<QuarterKey, MetricQuarter> found = new LinkedHashMap<>();
    spans.forEach(span -> found.putAll(store.quarters(span, deadline)));
    Quarters read = new Quarters(found, spans, asOf);
    MoneyQuarters money = MoneyQuarters.of(found.keySet(), subjects);
    this.quarters = read.with(rates(read, money, store, deadline), currency.exchange());
  }

  private List<Metric> metrics() {
    return subjects.stream().map(Subject::metric).distinct().toList();
  }

  /**
   * The rates to convert what was found by: one Query a currency, or, where one day's are asked
   * for, those of its quarter.
   */
  private ExchangeRates rates(
      Quarters quarters, MoneyQuarters money, Store store, Deadline deadline) {
    Set<FixingsKey> keys =
        currency.reads(quarters.currencies(money.quarters().keySet()), money.periods());
    ExchangeRates rates = new ExchangeRates(Map.of(), asOf);
    if (currency.isOfADay()) {
      return rates.and(store.read(Set.of(), keys, deadline).rates());
    }
    Map<FixingsKey, Fixings> read = new LinkedHashMap<>();
    Set<String> currencies = keys.stream().map(FixingsKey::currency).collect(Collectors.toSet());
    NavigableSet<YearQuarter> periods = new TreeSet<>(money.periods());
    for (String one : currencies) {
      store
          .rates(
              one,
              periods.first().minusQuarters(QUARTERS_AROUND),
              periods.last().plusQuarters(QUARTERS_AROUND),
              deadline)
          .forEach(fixings -> read.put(fixings.key(), fixings));
    }
    return rates.and(read);
  }

  private LocalDate day() {
    LocalDate asked = QuestionReader.asOf(query, today);
    if (token.isEmpty()) {
      return asked;
    }
    LocalDate pinned = token.get().asOf();
    if (query.text("asOf").isPresent() && !asked.equals(pinned)) {
      throw Refusal.of(
          Reason.MALFORMED,
          "next",
          "is of an answer as of %s, not %s; leave asOf out, or ask without next"
              .formatted(pinned, asked));
    }
    return pinned;
  }

  private Series series(CodeResolver words) {
    List<Transform> transforms = transforms();
    boolean share = transforms.contains(Transform.SHARE);
    if (!share && query.text("whole").isPresent()) {
      throw Refusal.of(
          Reason.SENSELESS, "whole", "is for transform=share, which isn't asked; leave it out");
    }
    Optional<YearQuarter> start = quarter("startPeriod");
    Optional<YearQuarter> end = quarter("endPeriod");
    if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
      throw Refusal.of(
          Reason.SENSELESS,
          "startPeriod",
          "%s is after the endPeriod %s".formatted(start.get(), end.get()));
    }
    OptionalInt newest = lastNObservations();
    boolean history = query.truth("includeHistory", false);
    List<Subject> subjects = words.subjects();
    subjects.forEach(subject -> refuse(subject, transforms));
    return new Series(
        subjects,
        share ? wholes(words, subjects) : Map.of(),
        transforms,
        token.map(PageToken::first).or(() -> start),
        token.map(PageToken::last).or(() -> end),
        newest,
        history,
        token.map(PageToken::from));
  }

  private List<Transform> transforms() {
    return query.list("transform").orElse(List.of(Transform.LEVEL.code())).stream()
        .map(word ->
            Transform.of(word)
                .orElseThrow(() ->
                    Refusal.of(
                        Reason.MALFORMED,
                        "transform",
                        "'%s' is not one of %s%s"
                            .formatted(
                                word,
                                String.join(", ", Transform.codes()),
                                Codes.suggestion(word, Transform.codes())))))
        .toList();
  }

  private static void refuse(Subject subject, List<Transform> transforms) {
    for (Transform transform : transforms) {
      transform
          .objection(subject)
          .ifPresent(why -> {
            throw Refusal.of(
                Reason.SENSELESS, "transform", "%s: %s".formatted(transform.code(), why));
          });
    }
  }

  private Map<String, Subject> wholes(CodeResolver words, List<Subject> subjects) {
    String region = query.text("whole").orElse(Region.WORLD);
    Map<String, Subject> wholes = new LinkedHashMap<>();
    for (Subject part : subjects) {
      Subject whole =
          wholes.computeIfAbsent(part.company(), company -> words.in(part, region, "whole"));
      new PartOfWhole(part, whole).refuseUnlessHeld();
    }
    return wholes;
  }

  private Optional<YearQuarter> quarter(String name) {
    return query
        .text(name)
        .map(text ->
            Periods.quarter(text)
                .orElseThrow(() ->
                    Refusal.of(
                        Reason.MALFORMED,
                        name,
                        "'%s' is not a quarter like 2017-Q4".formatted(text))));
  }

  private OptionalInt lastNObservations() {
    Optional<String> text = query.text("lastNObservations");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    int number = text.get().matches("[0-9]{1,3}") ? Integer.parseInt(text.get()) : 0;
    if (number < 1 || number > MOST_OBSERVATIONS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "lastNObservations",
          "'%s' is not a number from 1 to %s".formatted(text.get(), MOST_OBSERVATIONS));
    }
    return OptionalInt.of(number);
  }

  private static List<MetricSpan> refuseTooMany(List<MetricSpan> spans) {
    if (spans.size() > MOST_SPANS) {
      throw Refusal.of(
          Reason.SENSELESS,
          "company",
          "%s metrics of companies would have to be read, more than %s; ask for fewer companies at a time"
              .formatted(spans.size(), MOST_SPANS));
    }
    return spans;
  }

  /** The answer, with where the next page begins. */
  public Answer answer() {
    Answer answer = currency.in(series.answer(quarters), metrics());
    return answer.nextPage().map(next -> answer.withNext(token(next))).orElse(answer);
  }

  /** The words of the companies that are asked about. */
  public Collection<Vocabulary> vocabularies() {
    return vocabularies;
  }

  /** What was published of what this page is about. */
  public PublishedPage published() {
    if (currency.exchange().isPresent()) {
      throw Refusal.of(
          Reason.SENSELESS,
          "currency",
          "SDMX-CSV is what was published, which nothing converts; leave currency out, or ask for format=json or format=csv");
    }
    return series.published(quarters);
  }

  /** The token that asks for the next page. */
  public String token(NextPage next) {
    return new PageToken(asOf, next.first(), next.last(), next.from()).write(question);
  }

  /** How long the answer may be kept. */
  public String freshness() {
    return QuestionReader.freshness(asOf, today);
  }
}
