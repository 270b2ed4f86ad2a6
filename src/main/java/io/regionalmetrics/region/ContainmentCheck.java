package io.regionalmetrics.region;

import java.util.LinkedHashSet;
import java.util.Set;

/** Tells whether one region expression contains another. */
record ContainmentCheck(AtomExpansion expansion) {
  /** Whether a whole contains a part; see {@link RegionOverlaps#holds}. */
  Containment check(RegionExpression whole, RegionExpression part) {
    Atoms wholeAtoms = expansion.of(whole);
    Atoms partAtoms = expansion.of(part);
    Containment found = check(wholeAtoms, partAtoms);
    return found == Containment.UNKNOWN
        ? check(expansion.withMembersOfWorld(wholeAtoms), expansion.withMembersOfWorld(partAtoms))
        : found;
  }

  private Containment check(Atoms whole, Atoms part) {
    if (whole.equals(part)) {
      return Containment.YES;
    }
    if (expansion.areDisjoint(whole, part)) {
      return Containment.NO;
    }
    if (part.includeWorld()) {
      return whole.includeWorld()
          ? bothAreWorld(whole.subtracted(), part.subtracted())
          : onlyPartIsWorld(whole, part);
    }
    return whole.includeWorld()
        ? onlyWholeIsWorld(whole.subtracted(), part.added())
        : neitherIsWorld(whole, part);
  }

  /** Countries alone never make up the world, nor the world without some countries. */
  private Containment onlyPartIsWorld(Atoms whole, Atoms part) {
    return expansion.anyOpaque(whole.counts().keySet()) || expansion.anyOpaque(part.subtracted())
        ? Containment.UNKNOWN
        : Containment.NO;
  }

  /** All that the whole leaves out of the world must be left out of the part too. */
  private Containment bothAreWorld(Set<String> leftOutOfWhole, Set<String> leftOutOfPart) {
    Set<String> onlyOfWhole = new LinkedHashSet<>(leftOutOfWhole);
    onlyOfWhole.removeAll(leftOutOfPart);
    if (onlyOfWhole.isEmpty()) {
      return Containment.YES;
    }
    return expansion.outside(onlyOfWhole, leftOutOfPart).isEmpty()
        ? Containment.UNKNOWN
        : Containment.NO;
  }

  /** The part must share nothing with what the whole leaves out of the world. */
  private Containment onlyWholeIsWorld(Set<String> leftOut, Set<String> part) {
    if (part.stream().anyMatch(leftOut::contains)) {
      return Containment.NO;
    }
    return part.stream().allMatch(atom -> expansion.isDisjointFromAll(atom, leftOut))
        ? Containment.YES
        : Containment.UNKNOWN;
  }

  private Containment neitherIsWorld(Atoms whole, Atoms part) {
    Set<String> leftOut = whole.subtracted();
    Set<String> missing = part.added();
    if (missing.stream().anyMatch(leftOut::contains)) {
      return Containment.NO;
    }
    Set<String> wholeAdded = whole.added();
    missing.removeAll(wholeAdded);
    if (missing.isEmpty() && leftOut.isEmpty()) {
      return Containment.YES;
    }
    boolean surelyMissing =
        expansion.outside(missing, part.subtracted()).stream()
            .anyMatch(atom -> expansion.isDisjointFromAll(atom, wholeAdded));
    return surelyMissing ? Containment.NO : Containment.UNKNOWN;
  }
}
