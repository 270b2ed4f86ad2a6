package io.regionalmetrics.xbrl;

import java.util.Map;

/**
 * Axes of the standard taxonomies, under their current names. In 2018 geography, products and
 * consolidation items moved from {@code us-gaap} to {@code srt}. Before 2012 the segments' axis had
 * another name.
 */
public final class StandardAxes {
  /** Geographical areas: {@code srt:StatementGeographicalAxis}. */
  public static final QualifiedName GEOGRAPHY =
      new QualifiedName("srt", "StatementGeographicalAxis");

  /** Business segments: {@code us-gaap:StatementBusinessSegmentsAxis}. */
  public static final QualifiedName SEGMENTS =
      new QualifiedName("us-gaap", "StatementBusinessSegmentsAxis");

  /** Parts of business segments: {@code us-gaap:SubsegmentsAxis}. */
  public static final QualifiedName SUBSEGMENTS = new QualifiedName("us-gaap", "SubsegmentsAxis");

  /** Products and services: {@code srt:ProductOrServiceAxis}. */
  public static final QualifiedName PRODUCTS = new QualifiedName("srt", "ProductOrServiceAxis");

  /**
   * How a figure enters the consolidated statements, as segments or as eliminations: {@code
   * srt:ConsolidationItemsAxis}.
   */
  public static final QualifiedName CONSOLIDATION =
      new QualifiedName("srt", "ConsolidationItemsAxis");

  /** The type of a concentration of risk: {@code us-gaap:ConcentrationRiskByTypeAxis}. */
  public static final QualifiedName CONCENTRATION_TYPE =
      new QualifiedName("us-gaap", "ConcentrationRiskByTypeAxis");

  /** What a concentration is measured by: {@code us-gaap:ConcentrationRiskByBenchmarkAxis}. */
  public static final QualifiedName CONCENTRATION_BENCHMARK =
      new QualifiedName("us-gaap", "ConcentrationRiskByBenchmarkAxis");

  private static final Map<QualifiedName, QualifiedName> CURRENT_NAMES =
      Map.of(
          new QualifiedName("us-gaap", "StatementGeographicalAxis"), GEOGRAPHY,
          new QualifiedName("us-gaap", "SegmentReportingInformationBySegmentAxis"), SEGMENTS,
          new QualifiedName("us-gaap", "ProductOrServiceAxis"), PRODUCTS,
          new QualifiedName("us-gaap", "ProductsAndServicesAxis"), PRODUCTS,
          new QualifiedName("us-gaap", "ConsolidationItemsAxis"), CONSOLIDATION,
          new QualifiedName("srt", "ConcentrationRiskByTypeAxis"), CONCENTRATION_TYPE,
          new QualifiedName("srt", "ConcentrationRiskByBenchmarkAxis"), CONCENTRATION_BENCHMARK);

  private StandardAxes() {}

  /** The current name of an axis: the axis itself unless a standard taxonomy has renamed it. */
  public static QualifiedName current(QualifiedName axis) {
    return CURRENT_NAMES.getOrDefault(axis, axis);
  }
}
