package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.MetricQuarter;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.region.RegionOverlaps.Holding;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the codes of a question mean. Before one is called unknown, the definitions are looked at
 * again.
 */
public final class CodeResolver {
  private static final int MOST_COMPANIES = 1_000;
  private static final List<String> ALL = List.of("*");

  private final Store store;
  private final QueryParameters query;
  private final Deadline deadline;
  private final List<String> companies;
  private final Map<QuarterKey, MetricQuarter> readAhead;
  private Map<String, Vocabulary> vocabularies;
  private boolean fresh;

  /**
   * The words of a question.
   *
   * @param fresh whether definitions that are a minute old won't do
   * @param likely quarters to read in the same request, if definitions have to be read
   */
  CodeResolver(
      Store store,
      QueryParameters query,
      boolean fresh,
      Collection<QuarterKey> likely,
      Deadline deadline) {
    this.store = store;
    this.query = query;
    this.deadline = deadline;
    this.fresh = fresh;
    query.required("company", "twitter");
    this.companies = query.list("company").orElseThrow();
    Store.DefinitionsRead read = store.vocabularies(companies, fresh, likely, deadline);
    this.vocabularies = read.vocabularies();
    this.readAhead = read.quarters();
  }

  /** The likely quarters, if they were read with the definitions. */
  Map<QuarterKey, MetricQuarter> readAhead() {
    return readAhead;
  }

  List<String> companies() {
    return companies;
  }

  /** The words of the companies that are asked about. */
  Collection<Vocabulary> vocabularies() {
    return vocabularies.values();
  }

  /** Whether all regions are asked about. */
  boolean asksForAll() {
    return query.list("region").filter(ALL::equals).isPresent();
  }

  private String oneMetric() {
    String metric = query.required("metric", "revenue");
    if (metric.indexOf(',') >= 0) {
      throw resolved(() -> severalMetrics(metric));
    }
    return metric;
  }

  private List<String> regions() {
    query.required("region", "JP");
    return query.list("region").orElseThrow();
  }

  /** The subjects of a comparison: each company's metric in each region, in the order asked. */
  List<Subject> subjects() {
    String metric = oneMetric();
    List<String> regions = regions();
    List<Subject> subjects =
        resolved(() ->
            companies.stream()
                .flatMap(company -> subjects(vocabulary(company), metric(company, metric), regions))
                .toList());
    if (subjects.isEmpty()) {
      throw Refusal.of(
          Reason.UNKNOWN, "region", "there is no region of which %s is known".formatted(metric));
    }
    return subjects;
  }

  /** The same, of a ratio whose change can be split into what drove it. */
  List<Subject> ratios() {
    List<Subject> subjects = subjects();
    for (Subject subject : subjects) {
      Metric metric = subject.metric();
      if (metric.kind() != MetricKind.RATIO) {
        throw Refusal.of(Reason.SENSELESS, "metric", noRatio(subject));
      }
      boolean known =
          metric
              .terms()
              .filter(terms -> subject.of(terms.numerator()).isPresent())
              .filter(terms -> subject.of(terms.denominator()).isPresent())
              .isPresent();
      if (!known) {
        throw Refusal.of(
            Reason.SENSELESS,
            "metric",
            "%s has no numerator and denominator in its definition, by which its growth could be split"
                .formatted(metric.id()));
      }
    }
    return subjects;
  }

  private static String noRatio(Subject subject) {
    List<String> ratios =
        subject.vocabulary().metrics().values().stream()
            .filter(other ->
                other
                    .terms()
                    .filter(terms -> terms.numerator().equals(subject.metric().id()))
                    .isPresent())
            .map(Metric::id)
            .toList();
    return "%s is no ratio: drivers split the growth of a ratio's numerator; %s"
        .formatted(
            subject.metric().id(),
            ratios.isEmpty()
                ? "none with it as a numerator is defined"
                : "ask with metric=" + String.join(" or metric=", ratios));
  }

  /** Parts of wholes: each company's metric in each region, and in the whole. */
  List<PartOfWhole> parts() {
    String metric = oneMetric();
    List<String> regions = regions();
    List<PartOfWhole> parts =
        resolved(() ->
            companies.stream()
                .flatMap(company -> parts(vocabulary(company), metric(company, metric), regions))
                .toList());
    if (parts.isEmpty()) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "region",
          "there is no part of the whole of which %s is known".formatted(metric));
    }
    parts.forEach(PartOfWhole::refuseUnlessHeld);
    return parts;
  }

  private Stream<PartOfWhole> parts(Vocabulary vocabulary, Metric metric, List<String> regions) {
    refuseRatio(metric);
    Subject whole = subject(vocabulary, metric, query.text("whole").orElse(Region.WORLD), "whole");
    List<String> all = regions.equals(ALL) ? parts(whole, covered(vocabulary, metric)) : regions;
    return all.stream()
        .map(region -> new PartOfWhole(subject(vocabulary, metric, region, "region"), whole));
  }

  private static void refuseRatio(Metric metric) {
    if (metric.kind() == MetricKind.RATIO) {
      String terms =
          metric
              .terms()
              .map(t ->
                  "; ask for its numerator, %s, or its denominator, %s"
                      .formatted(t.numerator(), t.denominator()))
              .orElse("");
      throw Refusal.of(
          Reason.SENSELESS,
          "metric",
          "%s is a ratio, whose parts don't add up to a whole%s".formatted(metric.id(), terms));
    }
  }

  /**
   * All parts of a whole: the partition of which most is known, the finer one of two; without one
   * every region that is known, but for the whole and what it surely doesn't hold.
   */
  private static List<String> parts(Subject whole, Collection<String> covered) {
    return PartOfWhole.partitions(whole)
        .filter(partition -> partition.stream().anyMatch(covered::contains))
        .max(
            Comparator.<List<String>>comparingInt(
                    partition -> covered.containsAll(partition) ? 1 : 0)
                .thenComparingLong(
                    partition -> partition.stream().filter(covered::contains).count())
                .thenComparingInt(List::size))
        .orElseGet(() ->
            covered.stream()
                .filter(region -> !whole.equivalents().contains(region))
                .filter(region -> new PartOfWhole(whole.in(region), whole).holding() != Holding.NO)
                .toList());
  }

  /** Says what is wrong with several metrics: as many questions, or none where units differ. */
  private Refusal severalMetrics(String asked) {
    List<String> ids = query.list("metric").orElseThrow();
    List<Metric> metrics = ids.stream().map(id -> metric(companies.getFirst(), id)).toList();
    boolean comparable = metrics.stream().map(Metric::unit).distinct().count() == 1;
    String why =
        comparable
            ? ""
            : metrics.stream()
                .map(metric -> "%s is in %s".formatted(metric.id(), metric.unit()))
                .collect(Collectors.joining(", ", ", which can't stand side by side: ", ""));
    return Refusal.of(
        Reason.SENSELESS,
        "metric",
        "'%s' are several%s; ask for one at a time%s".formatted(asked, why, quotient(ids)));
  }

  /** The ratio that some metrics are the terms of, which does compare them. */
  private String quotient(List<String> ids) {
    return vocabulary(companies.getFirst()).metrics().values().stream()
        .filter(ratio ->
            ratio.terms().isPresent()
                && ids.contains(ratio.terms().get().numerator())
                && ids.contains(ratio.terms().get().denominator()))
        .findFirst()
        .map(ratio ->
            ", or for %s, which divides %s by %s"
                .formatted(
                    ratio.id(), ratio.terms().get().numerator(), ratio.terms().get().denominator()))
        .orElse("");
  }

  /** The subjects of a check: those asked, or all that there are. */
  List<Subject> narrowed() {
    List<String> regions = query.list("region").orElse(ALL);
    return resolved(() ->
        companies.stream()
            .flatMap(company ->
                metrics(company).stream()
                    .flatMap(metric -> subjects(vocabulary(company), metric, regions)))
            .toList());
  }

  private List<Metric> metrics(String company) {
    return query
        .list("metric")
        .map(ids -> ids.stream().map(id -> metric(company, id)).toList())
        .orElseGet(() -> List.copyOf(vocabulary(company).metrics().values()));
  }

  /**
   * What a ratio is to: the region asked, of the company named before a colon; the first subject
   * where nothing is asked.
   */
  Subject against(List<Subject> subjects) {
    Optional<String> asked = query.text("against");
    if (asked.isEmpty()) {
      return subjects.getFirst();
    }
    int colon = asked.get().indexOf(':');
    String company = colon < 0 ? subjects.getFirst().company() : asked.get().substring(0, colon);
    if (!companies.contains(company)) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "against",
          "'%s' is not one of the companies asked about%s"
              .formatted(company, Codes.suggestion(company, companies)));
    }
    String region = asked.get().substring(colon + 1);
    return resolved(() ->
        subject(
            vocabulary(company),
            metric(company, subjects.getFirst().metric().id()),
            region,
            "against"));
  }

  /** Another region of what a subject is about. */
  Subject in(Subject subject, String region, String parameter) {
    return resolved(
        () -> subject(vocabulary(subject.company()), subject.metric(), region, parameter));
  }

  private interface Resolution<T> {
    T resolve();
  }

  private <T> T resolved(Resolution<T> resolution) {
    try {
      return resolution.resolve();
    } catch (Refusal refusal) {
      if (refusal.reason() != Reason.UNKNOWN || fresh) {
        throw refusal;
      }
      fresh = true;
      vocabularies = store.vocabularies(companies, true, deadline);
      return resolution.resolve();
    }
  }

  private Vocabulary vocabulary(String company) {
    Vocabulary vocabulary = vocabularies.get(company);
    if (vocabulary == null) {
      throw unknownCompany(company, store, deadline);
    }
    return vocabulary;
  }

  /** Says that a company isn't known, and which known one may have been meant. */
  public static Refusal unknownCompany(String company, Store store, Deadline deadline) {
    List<String> known =
        store.companies(null, MOST_COMPANIES, deadline).items().stream().map(Company::id).toList();
    return Refusal.of(
        Reason.UNKNOWN,
        "company",
        "'%s' is not a company that is known%s"
            .formatted(company, Codes.suggestion(company, known)));
  }

  private Metric metric(String company, String id) {
    Vocabulary vocabulary = vocabulary(company);
    return vocabulary
        .metric(id)
        .orElseThrow(() ->
            Refusal.of(
                Reason.UNKNOWN,
                "metric",
                "'%s' is not a metric that is known%s"
                    .formatted(id, Codes.suggestion(id, vocabulary.metrics().keySet()))));
  }

  private Stream<Subject> subjects(Vocabulary vocabulary, Metric metric, List<String> regions) {
    return regions.equals(ALL)
        ? covered(vocabulary, metric).stream()
            .map(region -> subject(vocabulary, metric, region, "region"))
        : regions.stream().map(region -> subject(vocabulary, metric, region, "region"));
  }

  /** All regions of which a company has anything of a metric, or of what a ratio is made of. */
  private static Collection<String> covered(Vocabulary vocabulary, Metric metric) {
    Map<String, Map<String, Coverage>> coverage = vocabulary.company().coverage();
    Set<String> regions =
        new LinkedHashSet<>(coverage.getOrDefault(metric.id(), Map.of()).keySet());
    metric
        .terms()
        .map(RatioTerms::numerator)
        .ifPresent(
            numerator -> regions.addAll(coverage.getOrDefault(numerator, Map.of()).keySet()));
    List<String> sorted = new ArrayList<>(regions);
    sorted.sort(null);
    return sorted;
  }

  private Subject subject(Vocabulary vocabulary, Metric metric, String asked, String parameter) {
    try {
      RegionExpression written = RegionExpression.parse(asked);
      RegionExpression region = written.map(code -> region(vocabulary, code).id());
      Subject subject = new Subject(vocabulary, metric, asked, region);
      refuseNonsense(subject, parameter);
      return subject;
    } catch (Refusal refusal) {
      throw Refusal.of(refusal.reason(), parameter, refusal.invalid().getFirst().reason());
    }
  }

  private static Region region(Vocabulary vocabulary, String code) {
    return vocabulary
        .region(code)
        .orElseThrow(() ->
            Refusal.of(
                Reason.UNKNOWN,
                "region",
                "'%s' is neither a country's code nor a region that is defined%s"
                    .formatted(code, Codes.suggestion(code, vocabulary.codes()))));
  }

  private static void refuseNonsense(Subject subject, String parameter) {
    subject
        .algebra()
        .overlaps()
        .objection(subject.region())
        .ifPresent(why -> {
          throw Refusal.of(Reason.SENSELESS, parameter, why);
        });
    boolean ratioWithoutTerms =
        subject.metric().kind() == MetricKind.RATIO && subject.metric().terms().isEmpty();
    if (ratioWithoutTerms && subject.equivalents().isEmpty()) {
      throw Refusal.of(
          Reason.SENSELESS,
          parameter,
          "%s does not add over regions, and its numerator and denominator, by which '%s' could be computed, are missing from its definition; ask for one region"
              .formatted(subject.metric().id(), subject.asked()));
    }
  }
}
