package io.regionalmetrics.feed.filing;

import java.util.List;

/**
 * What makes up a whole.
 *
 * @param members the codes of the regions, in alphabetical order
 * @param remainders the series of what makes up the whole beside them
 */
record ProvedParts(List<String> members, List<FactSeries> remainders) {
  /** Whether the regions are the same. */
  boolean hasSameMembersAs(ProvedParts other) {
    return members.equals(other.members);
  }
}
