package io.regionalmetrics.feed.filing;

import java.util.Locale;

/** Why a fact of a wanted concept became no figure. */
enum LeftOutReason {
  /** It has a further dimension, so it is only a part of a region's figure. */
  FURTHER_DIMENSION("broken down by a further dimension"),
  /** It is about another entity than the company. */
  OTHER_ENTITY("of another entity"),
  /** Its member on the geographical axis is not a region: eliminations, corporate. */
  MEMBER_NOT_A_REGION("of a geographical member that is not a region"),
  /** Its segment is not a region: services, an airline. */
  SEGMENT_NOT_A_REGION("of a segment that is not a region"),
  /** It has a region on both axes. */
  TWO_REGIONS("of two regions at once"),
  /** The document never breaks its product down by region. */
  PRODUCT_WITHOUT_REGION("of a product without regions"),
  /** The document never breaks its part of the business down by region. */
  SLICE_WITHOUT_REGION("of a part of the business without regions"),
  /** It is the sum of all segments, which may differ from the whole. */
  SEGMENTS_TOGETHER("of all segments together"),
  /** It includes what segments sell to each other, which isn't revenue of the company. */
  BEFORE_ELIMINATIONS("before eliminations"),
  /** It also includes other income: from affiliates, or from outside the business. */
  OTHER_INCOME("that includes income other than revenue"),
  /** The document reports the metric under a preferred concept. */
  OTHER_CONCEPT("of a less preferred concept"),
  /** Its concept is named like revenue, and it has a region, but the feed doesn't read it. */
  UNREAD_CONCEPT("of revenue under a concept that is not read"),
  /** The document reports the region, or a division by region, on a preferred axis. */
  OTHER_AXIS("of a region that is on a preferred axis too"),
  /** It is nil: it has no value. */
  NIL("without a value (nil)"),
  /** Its value is not a number, or one of more than 34 digits. */
  NOT_A_NUMBER("that is not a number of at most 34 digits"),
  /** It has no {@code decimals} from -18 to 18, so its precision is unknown. */
  NO_DECIMALS("without decimals"),
  /** It is in a unit that the metric is not measured in: shares, percent, dollars per share. */
  OTHER_UNIT("in another unit than the metric's"),
  /** It is below zero, which the metric does not allow. */
  NEGATIVE("below zero"),
  /** It is of a year. It is remembered, because a fourth quarter may follow from it. */
  YEAR("of a year"),
  /** It is of two or three quarters. It is remembered, because a quarter may follow from it. */
  SEVERAL_QUARTERS("of two or three quarters together"),
  /** Its period ends after the day of filing. */
  AFTER_FILING("of a time that ends after the day of filing"),
  /** Its period ends before 1900, so its year is mistyped. */
  BEFORE_1900("of a time before 1900"),
  /** It is as long as a quarter, but no quarter of the company's fiscal year. */
  PLACE_UNKNOWN("of a quarter whose place in the fiscal year is unknown"),
  /**
   * Its time is neither a fiscal quarter nor a sum of quarters or, for a stock, not the end of one.
   */
  OTHER_PERIOD("of a time that is no part of a fiscal year"),
  /** Another fact of the document contradicts it. */
  FACTS_DIFFER("contradicted by another fact of the document"),
  /** Another fiscal quarter already has its calendar quarter. */
  QUARTER_TAKEN("of a calendar quarter that another fiscal quarter has"),
  /** The metric's id is already defined as another kind of metric. */
  METRIC_DIFFERS("of a metric that is defined differently");

  private final String description;

  LeftOutReason(String description) {
    this.description = description;
  }

  /** A stable code: {@code further-dimension}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What such a fact is, to follow the word "fact": {@code of another entity}. */
  String description() {
    return description;
  }
}
