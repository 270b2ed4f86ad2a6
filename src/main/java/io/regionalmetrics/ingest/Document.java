package io.regionalmetrics.ingest;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * What one source says, in the right form, but not yet held against what is known.
 *
 * @param sourcePlace where the source stands, for what is wrong with it
 * @param source who says it
 * @param companies what it says of companies
 * @param metrics what it defines
 * @param regions what it defines
 * @param observations its figures
 */
public record Document(
    String sourcePlace,
    Source source,
    List<CompanyRow> companies,
    List<MetricRow> metrics,
    List<RegionRow> regions,
    List<ObservationRow> observations) {

  /**
   * A company.
   *
   * @param place in the document, for what is wrong with it
   */
  public record CompanyRow(String place, Company company) {}

  /**
   * A metric. What isn't said follows from its terms.
   *
   * @param company whose it is; nothing where it is everybody's
   */
  public record MetricRow(
      String place,
      Optional<String> company,
      String id,
      String name,
      MetricKind kind,
      Optional<Dimension> dimension,
      String unit,
      Optional<RatioTerms> terms,
      boolean mayBeNegative,
      Optional<String> definition) {}

  /** A region, with its codes as they are written. */
  public record RegionRow(
      String place,
      Optional<String> company,
      String id,
      String name,
      List<String> aliases,
      List<String> members,
      Optional<RegionExpression> residual) {}

  /**
   * A figure, with its codes as they are written.
   *
   * @param unit nothing where it is the metric's
   */
  public record ObservationRow(
      String place,
      String company,
      String metric,
      String region,
      YearQuarter period,
      Measure measure,
      Optional<String> unit,
      Optional<BigDecimal> value,
      Precision precision,
      Status status,
      Optional<String> derivation,
      Optional<String> note) {}
}
