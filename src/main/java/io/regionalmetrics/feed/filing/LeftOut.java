package io.regionalmetrics.feed.filing;

import java.util.Locale;

/** Why a fact of a wanted concept became no figure. */
public enum LeftOut {
  /** It has a further dimension, so it is of a part of a region only. */
  FURTHER_DIMENSION("broken down by something else too"),
  /** It is of another entity than the company. */
  OTHER_ENTITY("of another entity"),
  /** Its member on the geographical axis is no region: eliminations, corporate. */
  MEMBER_NOT_A_REGION("of what is no region"),
  /** Its segment is no region: services, an airline. */
  SEGMENT_NOT_A_REGION("of a segment that is no region"),
  /** It has a region on each of two axes. */
  TWO_REGIONS("of a region on two axes"),
  /** Its product is never told by region in the document. */
  PRODUCT_WITHOUT_REGION("of a product that isn't told by region"),
  /** It is of all segments together, which needn't be the whole. */
  SEGMENTS_TOGETHER("of all segments together"),
  /** The document says the metric by a concept that goes before. */
  OTHER_CONCEPT("of a concept that another one goes before"),
  /** The region is on the geographical axis too, which goes before the segments'. */
  OTHER_AXIS("of a segment that is on the geographical axis too"),
  /** It is nil: there is no value. */
  NIL("nil"),
  /** Its value isn't a number, or one of more than 34 digits. */
  NOT_A_NUMBER("not a number that is taken"),
  /** It doesn't say how far it is exact, or not by decimals from -18 to 18. */
  NO_DECIMALS("without decimals"),
  /** It is in a unit that the metric has not: shares, percents, dollars a share. */
  OTHER_UNIT("in a unit that isn't the metric's"),
  /** It is below zero, and the metric can't be. */
  NEGATIVE("below zero"),
  /** It is of a time that is no quarter, nor a part of a year that quarters follow from. */
  OTHER_PERIOD("of a time that is no fiscal quarter, nor helps to one"),
  /** Another fact of the document says something else of the same. */
  FACTS_DIFFER("contradicted by another fact of the document"),
  /** Its calendar quarter is another fiscal quarter's already. */
  QUARTER_TAKEN("of a quarter that another fiscal quarter has taken"),
  /** What is known under the metric's id is something else. */
  METRIC_DIFFERS("of a metric that is known as something else");

  private final String words;

  LeftOut(String words) {
    this.words = words;
  }

  /** A stable word for it: {@code further-dimension}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What such a fact is, in words. */
  public String words() {
    return words;
  }
}
