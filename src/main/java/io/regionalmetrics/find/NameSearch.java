package io.regionalmetrics.find;

import io.regionalmetrics.find.Found.FoundFigures;
import io.regionalmetrics.find.Found.FoundMetric;
import io.regionalmetrics.find.Found.FoundRegion;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Page;
import io.regionalmetrics.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a text mentions, among the companies, metrics and regions of a store. */
public final class NameSearch {
  private static final int MOST_CHARACTERS = 300;

  /** Texts that ask for the companies that there are. */
  private static final Set<String> ALL = Set.of("*", "companies", "all companies");

  private static final int PAGE_SIZE = 1_000;
  private static final int MOST_PAGES = 10;

  /** Each of them is read with all that it defines. */
  private static final int MOST_COMPANIES = 5;

  private static final int MOST_FIGURES = 60;

  /** A metric is meant if a fifth of its name is in the text: "users" of monthly active users. */
  private static final int LEAST_PART = 200;

  private final Store store;

  /** Searches a store. */
  public NameSearch(Store store) {
    this.store = store;
  }

  /**
   * Finds what a text mentions. Reads the list of companies, and then what the companies that it
   * mentions define.
   *
   * @param text such as "Twitter in Japan"; "companies" finds the first thousand
   * @throws Refusal if the text is blank or longer than 300 characters
   * @throws io.regionalmetrics.store.Unavailable if the table can't be read in time
   */
  public Found find(String text, Deadline deadline) {
    requireText(text);
    if (ALL.contains(text.strip().toLowerCase(Locale.ROOT))) {
      return everyCompany(text, deadline);
    }
    Words words = Words.of(text);
    RegionMentions regions = new RegionMentions(text, words);
    Definitions common = store.definitions(deadline);
    regions.search(common);
    List<Company> companies = companies(words, regions.used(), deadline);
    Collection<Vocabulary> vocabularies = vocabularies(companies, deadline);
    vocabularies.forEach(regions::search);
    return found(text, words, companies, vocabularies, common, regions.all());
  }

  private Found everyCompany(String text, Deadline deadline) {
    Page<Company> first = store.companies(null, PAGE_SIZE, deadline);
    return new Found(
        text.strip(),
        first.items(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        first.next().isPresent());
  }

  private static void requireText(String text) {
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "text",
          text.isBlank()
              ? "missing; name a company, a metric or a region, for example: Twitter in Japan"
              : "longer than %s characters; name only the company, metric, region and quarter"
                  .formatted(MOST_CHARACTERS));
    }
  }

  private List<Company> companies(Words words, Set<String> ofRegions, Deadline deadline) {
    Map<Company, List<String>> names = new LinkedHashMap<>();
    all(deadline)
        .forEach(company ->
            names.put(
                company,
                Stream.concat(Stream.of(company.name(), company.id()), company.cik().stream())
                    .toList()));
    return NameMatch.mentioned(words.meaningful(), names, 1).entrySet().stream()
        .filter(company -> isMeant(company.getValue(), ofRegions))
        .map(Map.Entry::getKey)
        .limit(MOST_COMPANIES)
        .toList();
  }

  /** Whether more of a company's name is in the text than words of regions, such as Japan. */
  private static boolean isMeant(NameMatch company, Set<String> ofRegions) {
    return company.part() == NameMatch.WHOLE || !ofRegions.containsAll(company.words());
  }

  private List<Company> all(Deadline deadline) {
    List<Company> all = new ArrayList<>();
    Optional<String> next = Optional.empty();
    int pages = 0;
    do {
      Page<Company> page = store.companies(next.orElse(null), PAGE_SIZE, deadline);
      all.addAll(page.items());
      next = page.next();
      pages++;
    } while (next.isPresent() && pages < MOST_PAGES);
    return all;
  }

  private Collection<Vocabulary> vocabularies(List<Company> companies, Deadline deadline) {
    List<String> ids = companies.stream().map(Company::id).toList();
    Map<String, Vocabulary> known = store.vocabularies(ids, true, deadline);
    return ids.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private static Found found(
      String text,
      Words words,
      List<Company> companies,
      Collection<Vocabulary> vocabularies,
      Definitions common,
      List<FoundRegion> regions) {
    List<FoundMetric> metrics = metrics(words, vocabularies, common);
    List<FoundFigures> figures =
        vocabularies.stream().flatMap(company -> figures(company, metrics, regions)).toList();
    return new Found(
        text.strip(),
        companies,
        metrics,
        regions,
        PeriodMentions.of(text),
        figures.stream().limit(MOST_FIGURES).toList(),
        figures.size() > MOST_FIGURES);
  }

  /** The metrics that the text mentions; if it mentions none, all that the companies have. */
  private static List<FoundMetric> metrics(
      Words words, Collection<Vocabulary> vocabularies, Definitions common) {
    Set<FoundMetric> known = new LinkedHashSet<>();
    vocabularies.forEach(company -> ofCompany(company).forEach(known::add));
    Set<FoundMetric> searched = new LinkedHashSet<>(known);
    if (vocabularies.isEmpty()) {
      common
          .metrics()
          .values()
          .forEach(metric -> searched.add(new FoundMetric(Optional.empty(), metric)));
    }
    Map<FoundMetric, List<String>> names = new LinkedHashMap<>();
    searched.forEach(one -> names.put(one, List.of(one.metric().name(), one.metric().id())));
    Set<FoundMetric> mentioned =
        NameMatch.mentioned(words.meaningful(), names, LEAST_PART).keySet();
    return List.copyOf(mentioned.isEmpty() ? known : mentioned);
  }

  /** The metrics of which a company has figures. */
  private static Stream<FoundMetric> ofCompany(Vocabulary company) {
    Map<String, Metric> own = company.company().definitions().metrics();
    return new TreeMap<>(company.company().coverage())
        .keySet().stream()
            .flatMap(id -> company.metric(id).stream())
            .map(metric ->
                new FoundMetric(
                    own.containsKey(metric.id()) ? Optional.of(company.id()) : Optional.empty(),
                    metric));
  }

  /** The figures of a company in the regions; in all regions if there are none of them. */
  private static Stream<FoundFigures> figures(
      Vocabulary company, List<FoundMetric> metrics, List<FoundRegion> regions) {
    Set<String> wanted =
        regions.stream()
            .flatMap(region -> company.region(region.code()).stream())
            .map(Region::id)
            .collect(Collectors.toSet());
    List<FoundFigures> all =
        metrics.stream()
            .filter(one -> one.company().filter(id -> !id.equals(company.id())).isEmpty())
            .flatMap(one -> figures(company, one.metric().id()))
            .toList();
    List<FoundFigures> some = all.stream().filter(one -> wanted.contains(one.region())).toList();
    return (some.isEmpty() ? all : some).stream();
  }

  private static Stream<FoundFigures> figures(Vocabulary company, String metric) {
    Map<String, Coverage> byRegion = company.company().coverage().getOrDefault(metric, Map.of());
    return new TreeMap<>(byRegion)
        .entrySet().stream()
            .map(covered ->
                new FoundFigures(
                    company.id(),
                    metric,
                    covered.getKey(),
                    company.region(covered.getKey()).map(Region::name).orElse(covered.getKey()),
                    covered.getValue()));
  }
}
