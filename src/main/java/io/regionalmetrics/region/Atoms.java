package io.regionalmetrics.region;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A region expression as a sum and difference of atoms: countries, opaque regions and the world.
 *
 * @param counts how many times each atom is counted; negative if it is subtracted
 */
record Atoms(Map<String, Integer> counts) {
  /** Whether the world is one of the atoms. */
  boolean includeWorld() {
    return counts.containsKey(Region.WORLD);
  }

  /** The atoms added once, except the world. */
  Set<String> added() {
    return counted(1);
  }

  /** The atoms subtracted once, except the world. */
  Set<String> subtracted() {
    return counted(-1);
  }

  private Set<String> counted(int times) {
    Set<String> atoms = new LinkedHashSet<>();
    counts.forEach((atom, count) -> {
      if (count == times && !atom.equals(Region.WORLD)) {
        atoms.add(atom);
      }
    });
    return atoms;
  }
}
