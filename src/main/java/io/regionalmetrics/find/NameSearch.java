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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    if (ALL.contains(text)) {
      return new Found(text, store.companies(null, PAGE_SIZE, deadline).items());
    }
    RegionMentions regions = new RegionMentions(text);
    Set<String> words = Words.meaningful(Words.of(text));
    Definitions common = store.definitions(deadline);
    regions.search("", common.regions().values());
    List<Company> companies = companies(words, regions.used(), deadline);
    Collection<Vocabulary> vocabularies = vocabularies(companies, deadline);
    for (Vocabulary one : vocabularies) {
      regions.search(one.id(), one.company().definitions().regions().values());
    }
    List<FoundMetric> metrics = metrics(words, vocabularies, common);
    List<FoundFigures> figures = figures(vocabularies, metrics, regions.all());
    return new Found(
        text, companies, metrics, regions.all(), List.copyOf(PeriodMentions.of(text)), figures);
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

  /** The companies; those of which the text has only words of regions, such as Japan, aren't. */
  private List<Company> companies(Set<String> words, Set<String> ofRegions, Deadline deadline) {
    NameMatch<Company> names = new NameMatch<>(words, 1);
    for (Company company : all(deadline)) {
      names.add(company, List.of(company.name(), company.id(), company.cik().orElse("")));
    }
    List<Company> companies = new ArrayList<>();
    for (NameMatch.Match<Company> match : names.best()) {
      boolean isMeant = match.part() == NameMatch.WHOLE || !ofRegions.containsAll(match.words());
      if (isMeant && companies.size() < MOST_COMPANIES) {
        companies.add(match.thing());
      }
    }
    return companies;
  }

  private List<Company> all(Deadline deadline) {
    List<Company> all = new ArrayList<>();
    @Nullable String next = null;
    int pages = 0;
    do {
      Page<Company> page = store.companies(next, PAGE_SIZE, deadline);
      all.addAll(page.items());
      next = page.next().orElse(null);
      pages++;
    } while (next != null && pages < MOST_PAGES);
    return all;
  }

  private Collection<Vocabulary> vocabularies(List<Company> companies, Deadline deadline) {
    List<String> ids = new ArrayList<>();
    for (Company company : companies) {
      ids.add(company.id());
    }
    Map<String, Vocabulary> known = store.vocabularies(ids, true, deadline);
    List<Vocabulary> inOrder = new ArrayList<>();
    for (String id : ids) {
      if (known.containsKey(id)) {
        inOrder.add(known.get(id));
      }
    }
    return inOrder;
  }

  /** The metrics that the text mentions; if it mentions none, all that the companies have. */
  private static List<FoundMetric> metrics(
      Set<String> words, Collection<Vocabulary> vocabularies, Definitions common) {
    Set<FoundMetric> known = new LinkedHashSet<>();
    for (Vocabulary company : vocabularies) {
      for (String id : new TreeMap<>(company.company().coverage()).keySet()) {
        boolean isOwn = company.company().definitions().metrics().containsKey(id);
        String owner = isOwn ? company.id() : "";
        company.metric(id).ifPresent(metric -> known.add(new FoundMetric(owner, metric)));
      }
    }
    NameMatch<FoundMetric> names = new NameMatch<>(words, LEAST_PART);
    for (FoundMetric one : known) {
      names.add(one, List.of(one.metric().name(), one.metric().id()));
    }
    for (Metric one : vocabularies.isEmpty() ? common.metrics().values() : List.<Metric>of()) {
      names.add(new FoundMetric("", one), List.of(one.name(), one.id()));
    }
    List<FoundMetric> mentioned = new ArrayList<>();
    names.best().forEach(match -> mentioned.add(match.thing()));
    return mentioned.isEmpty() ? List.copyOf(known) : mentioned;
  }

  /** The figures in the regions; in all regions if there are none in these. */
  private static List<FoundFigures> figures(
      Collection<Vocabulary> companies, List<FoundMetric> metrics, List<FoundRegion> regions) {
    List<FoundFigures> some = new ArrayList<>();
    List<FoundFigures> all = new ArrayList<>();
    for (Vocabulary company : companies) {
      Set<String> wanted = new HashSet<>();
      regions.forEach(
          region -> company.region(region.code()).ifPresent(known -> wanted.add(known.id())));
      for (FoundFigures one : figures(company, metrics)) {
        (wanted.contains(one.region()) ? some : all).add(one);
      }
    }
    List<FoundFigures> shown = some.isEmpty() ? all : some;
    return shown.subList(0, Math.min(MOST_FIGURES, shown.size()));
  }

  private static List<FoundFigures> figures(Vocabulary company, List<FoundMetric> metrics) {
    List<FoundFigures> figures = new ArrayList<>();
    for (FoundMetric one : metrics) {
      if (one.company().isEmpty() || one.company().equals(company.id())) {
        String metric = one.metric().id();
        Map<String, Coverage> covered = company.company().coverage().getOrDefault(metric, Map.of());
        new TreeMap<>(covered)
            .forEach((region, coverage) -> {
              String name = company.region(region).map(Region::name).orElse(region);
              figures.add(new FoundFigures(company.id(), metric, region, name, coverage));
            });
      }
    }
    return figures;
  }
}
