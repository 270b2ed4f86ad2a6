package io.regionalmetrics.xbrl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which members of a filing's axes include which, by the {@code domain-member} arcs of its
 * definition linkbase. The arcs of all parts of the filing count together.
 *
 * @param parents the members that each member is directly part of
 */
public record MemberHierarchy(Map<QualifiedName, Set<QualifiedName>> parents) {
  /** A hierarchy that says nothing. */
  public static final MemberHierarchy NONE = new MemberHierarchy(Map.of());

  /** Copies the arcs. */
  public MemberHierarchy {
    Map<QualifiedName, Set<QualifiedName>> copy = new HashMap<>();
    parents.forEach((member, above) -> copy.put(member, Set.copyOf(above)));
    parents = Map.copyOf(copy);
  }

  /** Whether a member is a part of another one, directly or through members between them. */
  public boolean isWithin(QualifiedName member, QualifiedName whole) {
    return !member.equals(whole) && wholes(member).contains(whole);
  }

  /** All members that a member is part of. A circle of arcs ends where it began. */
  public Set<QualifiedName> wholes(QualifiedName member) {
    Set<QualifiedName> found = new HashSet<>();
    Deque<QualifiedName> open = new ArrayDeque<>(Set.of(member));
    while (!open.isEmpty()) {
      ReadingTime.check();
      for (QualifiedName parent : parents.getOrDefault(open.pop(), Set.of())) {
        if (found.add(parent)) {
          open.push(parent);
        }
      }
    }
    return found;
  }
}
