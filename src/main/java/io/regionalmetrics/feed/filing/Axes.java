package io.regionalmetrics.feed.filing;

import java.util.Map;
import java.util.Set;

/**
 * The axes that are read, by the names that they have today. Geography, products and consolidation
 * moved from {@code us-gaap} to {@code srt} in 2018; before 2012 segments had an axis of another
 * name.
 */
final class Axes {
  static final Name GEOGRAPHY = new Name("srt", "StatementGeographicalAxis");
  static final Name SEGMENTS = new Name("us-gaap", "StatementBusinessSegmentsAxis");
  static final Name PRODUCTS = new Name("srt", "ProductOrServiceAxis");
  static final Name CONSOLIDATION = new Name("srt", "ConsolidationItemsAxis");

  /** All of them. */
  static final Set<Name> ALL = Set.of(GEOGRAPHY, SEGMENTS, PRODUCTS, CONSOLIDATION);

  private static final Map<Name, Name> OLDER =
      Map.of(
          new Name("us-gaap", "StatementGeographicalAxis"), GEOGRAPHY,
          new Name("us-gaap", "SegmentReportingInformationBySegmentAxis"), SEGMENTS,
          new Name("us-gaap", "ProductOrServiceAxis"), PRODUCTS,
          new Name("us-gaap", "ProductsAndServicesAxis"), PRODUCTS,
          new Name("us-gaap", "ConsolidationItemsAxis"), CONSOLIDATION);

  private Axes() {}

  /** The name that an axis has today. */
  static Name today(Name axis) {
    return OLDER.getOrDefault(axis, axis);
  }

  /** Whether a member on the consolidation axis means the segments as they are, all together. */
  static boolean isWholeOfSegments(Name member) {
    return member.isStandard() && member.local().equals("OperatingSegmentsMember");
  }
}
