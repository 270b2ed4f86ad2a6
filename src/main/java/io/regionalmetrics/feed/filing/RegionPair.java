package io.regionalmetrics.feed.filing;

/**
 * Two regions that may be one under two names.
 *
 * @param one the code that comes first in alphabetical order
 * @param other the other code
 */
record RegionPair(String one, String other) {

  /** The pair of two regions, whichever comes first. */
  static RegionPair of(String region, String another) {
    return region.compareTo(another) < 0
        ? new RegionPair(region, another)
        : new RegionPair(another, region);
  }
}
