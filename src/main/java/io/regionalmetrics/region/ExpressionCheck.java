package io.regionalmetrics.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether a region expression makes sense. */
record ExpressionCheck(AtomExpansion expansion) {
  /** Why an expression makes no sense; see {@link RegionOverlaps#objection}. */
  Optional<String> objection(RegionExpression expression) {
    Atoms atoms = expansion.of(expression);
    int world = atoms.counts().getOrDefault(Region.WORLD, 0);
    if (atoms.counts().isEmpty()) {
      return Optional.of("nothing is left of %s".formatted(expression));
    }
    if (world < 0 || world > 1) {
      return Optional.of("%s counts the world %s times".formatted(expression, world));
    }
    return miscount(expression, atoms, world);
  }

  /** Why an atom is counted twice, or is subtracted without being contained. */
  private Optional<String> miscount(RegionExpression expression, Atoms atoms, int world) {
    boolean anyOpaque = expansion.anyOpaque(atoms.counts().keySet());
    for (Map.Entry<String, Integer> atom : atoms.counts().entrySet()) {
      int times = atom.getKey().equals(Region.WORLD) ? 1 : world + atom.getValue();
      if (times > 1) {
        return Optional.of("%s counts %s twice".formatted(expression, atom.getKey()));
      }
      if (times < 0 && (!anyOpaque || world == 1)) {
        return Optional.of(
            "%s subtracts %s, which the rest of it does not contain"
                .formatted(expression, atom.getKey()));
      }
    }
    return Optional.empty();
  }

  /** The opaque atoms that may overlap others; see {@link RegionOverlaps#overlapsUnknown}. */
  List<String> overlapsUnknown(RegionExpression expression) {
    Map<String, Integer> counts = expansion.of(expression).counts();
    if (counts.size() < 2) {
      return List.of();
    }
    List<String> atoms =
        counts.keySet().stream().filter(atom -> !atom.equals(Region.WORLD)).toList();
    return atoms.stream()
        .filter(expansion::isOpaque)
        .filter(atom -> mayOverlapOthers(atom, atoms))
        .toList();
  }

  private boolean mayOverlapOthers(String atom, List<String> atoms) {
    return atoms.stream()
        .anyMatch(other -> !other.equals(atom) && !expansion.areDisjoint(atom, other));
  }
}
