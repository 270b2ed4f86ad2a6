package io.regionalmetrics.model;

import io.regionalmetrics.region.Countries;
import io.regionalmetrics.region.OtherCodes;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionAlgebra;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics and regions that a company's figures may use. The company's own definitions come
 * first, then those shared by all companies, then the countries and the world.
 */
public final class Vocabulary {
  private final CompanyRecord company;
  private final Definitions common;
  private volatile @Nullable RegionAlgebra algebra;

  /**
   * Joins the definitions of a company with the shared ones.
   *
   * @param company the company and its own definitions
   * @param common the definitions shared by all companies
   */
  public Vocabulary(CompanyRecord company, Definitions common) {
    this.company = company;
    this.common = common;
  }

  /** The company whose definitions these are. */
  public CompanyRecord company() {
    return company;
  }

  /** The definitions shared by all companies. */
  public Definitions common() {
    return common;
  }

  /** The company's id. */
  public String id() {
    return company.company().id();
  }

  /** The metric with an id; empty if it is not defined. */
  public Optional<Metric> metric(String id) {
    return Optional.ofNullable(company.definitions().metrics().get(id))
        .or(() -> Optional.ofNullable(common.metrics().get(id)));
  }

  /** The region with an id or alias; empty if there is none. */
  public Optional<Region> region(String code) {
    return company
        .definitions()
        .region(code)
        .or(() -> common.region(code))
        .or(() -> Countries.find(code));
  }

  /** All defined metrics, by id. */
  public Map<String, Metric> metrics() {
    Map<String, Metric> all = new LinkedHashMap<>(common.metrics());
    all.putAll(company.definitions().metrics());
    return all;
  }

  /** All defined regions; countries are not among them. */
  public Collection<Region> definedRegions() {
    Map<String, Region> all = new LinkedHashMap<>(common.regions());
    all.putAll(company.definitions().regions());
    return all.values();
  }

  /**
   * The definitions as they hold in a quarter in which a whole consists of some members and
   * remainders. A whole that is defined by members stays as it is defined.
   */
  public Vocabulary with(Breakdown breakdown) {
    Optional<Region> defined = region(breakdown.whole());
    if (defined.isEmpty()
        || !defined.get().members().isEmpty()
        || defined.get().residual().isPresent()) {
      return this;
    }
    Region whole = defined.get().withMembers(breakdown.parts());
    return new Vocabulary(company.with(company.definitions().with(whole)), common);
  }

  /** How the regions are composed of each other; built on first use. */
  public RegionAlgebra algebra() {
    RegionAlgebra known = algebra;
    if (known == null) {
      known = new RegionAlgebra(definedRegions());
      algebra = known;
    }
    return known;
  }

  /** The codes of all regions, including aliases and countries. */
  public List<String> codes() {
    Stream<String> defined =
        definedRegions().stream()
            .flatMap(region -> Stream.concat(Stream.of(region.id()), region.aliases().stream()));
    return Stream.concat(defined, Countries.all().stream().map(Region::id)).toList();
  }

  /** Text to append to the refusal of an unknown region: the code that was probably meant. */
  public String regionSuggestion(String code) {
    return OtherCodes.suggestion(code, codes(), definedRegions());
  }
}
