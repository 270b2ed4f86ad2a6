package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The members of one axis in a filing. Finds the words that all names share, and the members that
 * name the same place.
 */
final class AxisMembers {
  private final SharedWords shared;
  private final MemberLabels labels;
  private final Set<QualifiedName> twins;
  private final Predicate<MemberName> isRegion;
  private final Map<QualifiedName, Optional<MemberRegion>> regions = new HashMap<>();

  /**
   * The members of an axis.
   *
   * @param facts the facts of the filing
   * @param filed what the filing calls its members
   * @param place finds the place in a member's name, if it names one
   * @param isRegion whether a member is a region
   */
  AxisMembers(
      Collection<Fact> facts,
      ElementLabels filed,
      QualifiedName axis,
      Function<MemberName, Optional<String>> place,
      Predicate<MemberName> isRegion) {
    this.isRegion = isRegion;
    Map<QualifiedName, Set<Span>> periods = periods(facts, axis);
    List<List<String>> own =
        periods.keySet().stream()
            .filter(member -> !member.isStandard())
            .map(ElementName::of)
            .toList();
    this.shared = SharedWords.of(own);
    this.labels = new MemberLabels(filed, periods.keySet());
    this.twins = twins(periods, place);
  }

  private static Map<QualifiedName, Set<Span>> periods(Collection<Fact> facts, QualifiedName axis) {
    Map<QualifiedName, Set<Span>> periods = new HashMap<>();
    for (Fact fact : facts) {
      QualifiedName member = fact.context().dimensions().get(axis);
      if (member != null) {
        Set<Span> spans = periods.computeIfAbsent(member, same -> new HashSet<>());
        fact.context().span().ifPresent(spans::add);
      }
    }
    return periods;
  }

  /** The members that name the same place as another member with figures for the same period. */
  private Set<QualifiedName> twins(
      Map<QualifiedName, Set<Span>> periods, Function<MemberName, Optional<String>> place) {
    Map<String, List<QualifiedName>> byPlace = new HashMap<>();
    for (QualifiedName member : periods.keySet()) {
      place
          .apply(name(member))
          .ifPresent(
              named -> byPlace.computeIfAbsent(named, same -> new ArrayList<>()).add(member));
    }
    Set<QualifiedName> found = new HashSet<>();
    for (List<QualifiedName> members : byPlace.values()) {
      members.stream().filter(one -> isTwin(one, members, periods)).forEach(found::add);
    }
    return found;
  }

  private static boolean isTwin(
      QualifiedName one, List<QualifiedName> members, Map<QualifiedName, Set<Span>> periods) {
    Set<Span> own = periods.getOrDefault(one, Set.of());
    return members.stream()
        .filter(other -> !other.equals(one))
        .anyMatch(other -> !Collections.disjoint(own, periods.getOrDefault(other, Set.of())));
  }

  private MemberName name(QualifiedName member) {
    MemberName name =
        member.isStandard()
            ? MemberName.of(member)
            : MemberName.of(member, shared.start(), shared.end());
    return name.labelled(labels.of(member));
  }

  /**
   * The region of a member, if it is one: the place it names, or its own region if others name that
   * place.
   */
  Optional<MemberRegion> region(QualifiedName member) {
    return regions.computeIfAbsent(
        member, same -> Optional.of(name(same)).filter(isRegion).map(this::region));
  }

  private MemberRegion region(MemberName name) {
    return twins.contains(name.member()) ? name.ownRegion() : name.region();
  }
}
