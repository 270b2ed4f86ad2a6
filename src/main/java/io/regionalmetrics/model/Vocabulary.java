package io.regionalmetrics.model;

import io.regionalmetrics.region.Countries;
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
 * The words that hold for one company: its own definitions, before those for all, before the
 * countries and the world.
 */
public final class Vocabulary {
  private final CompanyRecord company;
  private final Definitions common;
  private volatile @Nullable RegionAlgebra algebra;

  /**
   * The words of one company.
   *
   * @param company whose
   * @param common the definitions for all companies
   */
  public Vocabulary(CompanyRecord company, Definitions common) {
    this.company = company;
    this.common = common;
  }

  /** Whose words these are. */
  public CompanyRecord company() {
    return company;
  }

  /** The definitions for all companies. */
  public Definitions common() {
    return common;
  }

  /** Whether it is made of these. */
  public boolean isOf(CompanyRecord record, Definitions definitions) {
    return company.equals(record) && common.equals(definitions);
  }

  /** The company's id. */
  public String id() {
    return company.company().id();
  }

  /** The metric of an id. */
  public Optional<Metric> metric(String id) {
    return Optional.ofNullable(company.definitions().metrics().get(id))
        .or(() -> Optional.ofNullable(common.metrics().get(id)));
  }

  /** The region of an id or alias. */
  public Optional<Region> region(String code) {
    return company
        .definitions()
        .region(code)
        .or(() -> common.region(code))
        .or(() -> Countries.find(code));
  }

  /** All metrics that are defined, by id. */
  public Map<String, Metric> metrics() {
    Map<String, Metric> all = new LinkedHashMap<>(common.metrics());
    all.putAll(company.definitions().metrics());
    return all;
  }

  /** All regions that are defined, without the countries. */
  public Collection<Region> definedRegions() {
    Map<String, Region> all = new LinkedHashMap<>(common.regions());
    all.putAll(company.definitions().regions());
    return all.values();
  }

  /** How the regions are made of each other; made when it is first asked for. */
  public RegionAlgebra algebra() {
    RegionAlgebra known = algebra;
    if (known == null) {
      known = new RegionAlgebra(definedRegions());
      algebra = known;
    }
    return known;
  }

  /** The codes of all regions, aliases and countries too. */
  public List<String> codes() {
    Stream<String> defined =
        definedRegions().stream()
            .flatMap(region -> Stream.concat(Stream.of(region.id()), region.aliases().stream()));
    return Stream.concat(defined, Countries.all().stream().map(Region::id)).toList();
  }
}
