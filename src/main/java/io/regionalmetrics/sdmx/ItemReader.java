package io.regionalmetrics.sdmx;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Countries;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the items of code lists and concept schemes. Code lists of metrics and regions include what
 * companies define for themselves if there are at most 100 companies; with more, the lists are
 * partial, since a query must not read thousands of definitions.
 *
 * @param companies reads companies and their definitions
 */
record ItemReader(CompanyList companies) {
  /** The most companies in their code list. */
  private static final int MOST_COMPANIES = 10_000;

  /**
   * The items of a code list or a concept scheme.
   *
   * @param wanted the ids of the only items that are wanted; empty for all
   */
  Items read(Artefact list, Set<String> wanted) {
    if (wanted.isEmpty()) {
      return all(list);
    }
    boolean fewCompanies =
        list == Artefact.CL_COMPANY && wanted.size() <= CompanyList.MOST_DEFINITIONS;
    return (fewCompanies ? some(wanted) : all(list)).only(wanted);
  }

  private Items all(Artefact list) {
    return switch (list) {
      case CL_AREA -> areas();
      case CL_COMPANY -> every();
      case CL_METRIC -> metrics();
      case CL_MEASURE -> items(Measure.values(), Measure::code, CodeNames::of);
      case CL_OBS_STATUS -> items(Status.values(), Status::code, CodeNames::of);
      case CL_SOURCE_KIND -> items(SourceKind.values(), SourceKind::code, CodeNames::of);
      case CONCEPTS -> Items.of(Stream.of(Component.values()).map(ItemReader::concept).toList());
      case OBSERVATIONS_FLOW, OBSERVATIONS_STRUCTURE -> Items.NONE;
    };
  }

  private static <T> Items items(T[] values, Function<T, String> code, Function<T, String> name) {
    return Items.of(
        Stream.of(values).map(value -> new Item(code.apply(value), name.apply(value))).toList());
  }

  private static Item concept(Component component) {
    return new Item(component.concept(), component.title(), Optional.of(component.description()));
  }

  private Items some(Set<String> ids) {
    return Items.of(
        companies.definitions(ids).values().stream()
            .map(vocabulary -> item(vocabulary.company().company()))
            .toList());
  }

  private Items every() {
    List<Company> first = companies.first(MOST_COMPANIES + 1);
    return new Items(
        first.stream().limit(MOST_COMPANIES).map(ItemReader::item).toList(),
        first.size() > MOST_COMPANIES);
  }

  private static Item item(Company company) {
    return new Item(company.id(), company.name());
  }

  private Items metrics() {
    return defined(new DefinedNames(), ItemReader::addMetrics);
  }

  private static void addMetrics(DefinedNames names, Definitions definitions) {
    definitions.metrics().values().forEach(metric -> names.add(metric.id(), metric.name()));
  }

  private Items areas() {
    DefinedNames names = new DefinedNames();
    Items defined = defined(names, ItemReader::addRegions);
    Countries.all().forEach(country -> names.add(country.id(), country.name()));
    return new Items(names.items(), defined.isPartial());
  }

  private static void addRegions(DefinedNames names, Definitions definitions) {
    definitions.regions().values().forEach(region -> names.add(region.id(), region.name()));
  }

  /** What all companies share, then what each defines for itself. */
  private Items defined(DefinedNames names, BiConsumer<DefinedNames, Definitions> add) {
    add.accept(names, companies.shared());
    Optional<Collection<Vocabulary>> own = companies.allDefinitions();
    own.ifPresent(
        all -> all.forEach(company -> add.accept(names, company.company().definitions())));
    return new Items(names.items(), own.isEmpty());
  }
}
