package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Remainder;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.threeten.extra.YearQuarter;

/**
 * What one source defines and reports, with every part in the right form, but not yet checked
 * against what is stored.
 *
 * @param sourcePlace where the source is in the document, for naming its faults
 * @param source the publication
 * @param companies the companies it describes
 * @param metrics the metrics it defines
 * @param regions the regions it defines
 * @param observations the figures it reports
 * @param breakdowns how it shows wholes to divide
 * @param isProved whether a feed has proved the breakdowns, from all that it read of the company;
 *     those of a posted document must be proved by its own figures
 */
public record Document(
    String sourcePlace,
    Source source,
    List<Located<CompanyRow>> companies,
    List<Located<MetricRow>> metrics,
    List<Located<RegionRow>> regions,
    List<Located<ObservationRow>> observations,
    List<Located<BreakdownRow>> breakdowns,
    boolean isProved) {

  /**
   * A row and its place in the document.
   *
   * @param place such as {@code observations[2]}, for naming the row's faults
   */
  public record Located<T>(String place, T row) {}

  /**
   * The description of a company.
   *
   * @param traits what its filings show together, as far as the document tells it
   */
  public record CompanyRow(Company company, FilingTraits traits) {}

  /**
   * The definition of a metric.
   *
   * @param company the id of the only company it applies to; empty if it applies to all
   * @param dimension if empty, follows from kind and unit
   * @param mayBeNegative whether its values may be below zero
   * @param definition what the company counts, in its own words
   */
  public record MetricRow(
      Optional<String> company,
      String id,
      String name,
      MetricKind kind,
      Optional<Dimension> dimension,
      Unit unit,
      Optional<RatioTerms> terms,
      boolean mayBeNegative,
      Optional<String> definition) {}

  /**
   * The definition of a region. Members and residual may name regions by id or by alias.
   *
   * @param company the id of the only company it applies to; empty if it applies to all
   * @param members the regions that make it up, or none
   * @param residual such as {@code WORLD-US}; only for a region without members
   */
  public record RegionRow(
      Optional<String> company,
      String id,
      String name,
      List<String> aliases,
      List<String> members,
      Optional<RegionExpression> residual) {}

  /**
   * A reported figure.
   *
   * @param region a region's id or alias
   * @param unit empty if it is the metric's own
   * @param value in base units; empty if, and only if, the status has no value
   * @param derivation how the source derived the figure, in words; empty if it stated it
   * @param facts the facts of XBRL filings that it was read from
   */
  public record ObservationRow(
      String company,
      String metric,
      String region,
      YearQuarter period,
      Measure measure,
      Optional<Unit> unit,
      Optional<BigDecimal> value,
      Precision precision,
      Status status,
      Optional<String> derivation,
      Optional<String> note,
      List<FiledFact> facts) {}

  /**
   * The regions that make up a whole in one quarter, as the source shows by its figures.
   *
   * @param whole a region's id
   * @param members at least two regions' ids
   * @param remainders what makes up the whole beside the members, if anything does
   */
  public record BreakdownRow(
      String company,
      String metric,
      String whole,
      YearQuarter period,
      List<String> members,
      List<RemainderRow> remainders) {
    /** The breakdown of a quarter, as a source shows it. */
    Breakdown breakdown(QuarterKey quarter, Source source) {
      return new Breakdown(
          whole, members, remainders.stream().map(one -> one.remainder(quarter)).toList(), source);
    }
  }

  /**
   * A named remainder of a breakdown, in the breakdown's quarter and metric.
   *
   * @param code in small letters, as no region's code is: {@code amazon_web_services}
   * @param name its name for people
   * @param value in base units of {@code unit}; it may be negative
   * @param derivation how the source derived the figure, in words; empty if it stated it
   * @param facts the facts of XBRL filings that it was read from
   */
  public record RemainderRow(
      String code,
      String name,
      Unit unit,
      BigDecimal value,
      Precision precision,
      Optional<String> derivation,
      List<FiledFact> facts) {
    private Remainder remainder(QuarterKey quarter) {
      return new Remainder(
          name,
          new Observation(
              new Cell(quarter, code, Measure.LEVEL, unit),
              Optional.of(value),
              precision,
              Status.NORMAL,
              derivation,
              Optional.empty(),
              facts));
    }
  }

  /**
   * Creates a document that was never text; its faults name places as those of a JSON document do.
   *
   * @param companies take the source's date of publication as the date of their names
   */
  public static Document of(
      Source source,
      List<Company> companies,
      List<MetricRow> metrics,
      List<RegionRow> regions,
      List<ObservationRow> observations,
      List<BreakdownRow> breakdowns) {
    LocalDate published = source.published();
    return new Document(
        "source",
        source,
        numbered("companies", companies.stream().map(one -> named(one, published)).toList()),
        numbered("metrics", metrics),
        numbered("regions", regions),
        numbered("observations", observations),
        numbered("breakdowns", breakdowns),
        true);
  }

  private static CompanyRow named(Company company, LocalDate published) {
    return new CompanyRow(
        new Company(
            company.id(), company.name(), company.cik(), company.fiscalYearEnd(), published),
        FilingTraits.NONE);
  }

  private static <T> List<Located<T>> numbered(String member, List<T> rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(index -> new Located<>("%s[%s]".formatted(member, index), rows.get(index)))
        .toList();
  }

  /** Whether it neither defines nor reports anything. */
  boolean isEmpty() {
    return companies.isEmpty() && metrics.isEmpty() && regions.isEmpty() && observations.isEmpty();
  }

  /** Returns the ids of all companies it mentions. */
  Set<String> companyIds() {
    Set<String> ids = new LinkedHashSet<>();
    companies.forEach(company -> ids.add(company.row().company().id()));
    metrics.forEach(metric -> metric.row().company().ifPresent(ids::add));
    regions.forEach(region -> region.row().company().ifPresent(ids::add));
    observations.forEach(observation -> ids.add(observation.row().company()));
    return ids;
  }
}
