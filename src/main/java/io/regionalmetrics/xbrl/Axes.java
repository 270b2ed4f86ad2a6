package io.regionalmetrics.xbrl;

import java.util.Map;
import java.util.Set;

/**
 * The axes that are read, by the names that they have today. Geography, products and consolidation
 * moved from {@code us-gaap} to {@code srt} in 2018; before 2012 segments had an axis of another
 * name.
 */
public final class Axes {
  public static final QualifiedName GEOGRAPHY =
      new QualifiedName("srt", "StatementGeographicalAxis");
  public static final QualifiedName SEGMENTS =
      new QualifiedName("us-gaap", "StatementBusinessSegmentsAxis");
  public static final QualifiedName PRODUCTS = new QualifiedName("srt", "ProductOrServiceAxis");
  public static final QualifiedName CONSOLIDATION =
      new QualifiedName("srt", "ConsolidationItemsAxis");

  /** All of them. */
  public static final Set<QualifiedName> ALL = Set.of(GEOGRAPHY, SEGMENTS, PRODUCTS, CONSOLIDATION);

  private static final Map<QualifiedName, QualifiedName> OLDER =
      Map.of(
          new QualifiedName("us-gaap", "StatementGeographicalAxis"), GEOGRAPHY,
          new QualifiedName("us-gaap", "SegmentReportingInformationBySegmentAxis"), SEGMENTS,
          new QualifiedName("us-gaap", "ProductOrServiceAxis"), PRODUCTS,
          new QualifiedName("us-gaap", "ProductsAndServicesAxis"), PRODUCTS,
          new QualifiedName("us-gaap", "ConsolidationItemsAxis"), CONSOLIDATION);

  private Axes() {}

  /** The name that an axis has today. */
  public static QualifiedName today(QualifiedName axis) {
    return OLDER.getOrDefault(axis, axis);
  }

  /** Whether a member on the consolidation axis means the segments as they are, all together. */
  public static boolean isWholeOfSegments(QualifiedName member) {
    return member.isStandard() && member.local().equals("OperatingSegmentsMember");
  }
}
