package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The members of one axis in a filing: the words that they share, and those that share a place. */
final class AxisMembers {
  private final int sharedStart;
  private final int sharedEnd;
  private final Set<QualifiedName> twins;

  /**
   * The members of an axis.
   *
   * @param facts the facts of the filing
   * @param place the place that a member's name says
   */
  AxisMembers(
      Collection<Fact> facts, QualifiedName axis, Function<MemberName, Optional<String>> place) {
    Map<QualifiedName, Set<Span>> times = times(facts, axis);
    List<List<String>> own =
        times.keySet().stream()
            .filter(member -> !member.isStandard())
            .map(ElementName::of)
            .toList();
    this.sharedStart = sharedWords(own);
    this.sharedEnd =
        sharedWords(
            own.stream()
                .map(words -> words.subList(sharedStart, words.size()).reversed())
                .toList());
    this.twins = twins(times, place);
  }

  private static Map<QualifiedName, Set<Span>> times(Collection<Fact> facts, QualifiedName axis) {
    Map<QualifiedName, Set<Span>> times = new HashMap<>();
    for (Fact fact : facts) {
      QualifiedName member = fact.context().dimensions().get(axis);
      if (member != null) {
        Set<Span> spans = times.computeIfAbsent(member, same -> new HashSet<>());
        fact.context().span().ifPresent(spans::add);
      }
    }
    return times;
  }

  /** How many words, from the first on, all names share that name no place; each keeps one. */
  private static int sharedWords(List<List<String>> names) {
    int shared = 0;
    while (names.size() > 1 && isShared(names, shared)) {
      shared++;
    }
    return shared;
  }

  private static boolean isShared(List<List<String>> names, int at) {
    if (names.stream().anyMatch(words -> words.size() <= at + 1)) {
      return false;
    }
    String word = PlaceNames.letters(names.getFirst().get(at));
    return !PlaceNames.isWordOfPlaces(word)
        && names.stream().allMatch(words -> PlaceNames.letters(words.get(at)).equals(word));
  }

  /** The members that say the same place as another one that is told of the same time. */
  private Set<QualifiedName> twins(
      Map<QualifiedName, Set<Span>> times, Function<MemberName, Optional<String>> place) {
    Map<String, Set<QualifiedName>> byPlace = new HashMap<>();
    for (QualifiedName member : times.keySet()) {
      place
          .apply(name(member))
          .ifPresent(said -> byPlace.computeIfAbsent(said, same -> new HashSet<>()).add(member));
    }
    Set<QualifiedName> found = new HashSet<>();
    for (Set<QualifiedName> members : byPlace.values()) {
      for (QualifiedName one : members) {
        boolean isTwin =
            members.stream()
                .filter(other -> !other.equals(one))
                .anyMatch(other -> !Collections.disjoint(spans(times, one), spans(times, other)));
        if (isTwin) {
          found.add(one);
        }
      }
    }
    return found;
  }

  private static Set<Span> spans(Map<QualifiedName, Set<Span>> times, QualifiedName member) {
    return times.getOrDefault(member, Set.of());
  }

  /** The name of a member of the axis. */
  MemberName name(QualifiedName member) {
    return member.isStandard()
        ? MemberName.of(member)
        : MemberName.of(member, sharedStart, sharedEnd);
  }

  /** The region of a member that is one: its place, or one of its own if others share the place. */
  MemberRegion region(MemberName name) {
    return twins.contains(name.member()) ? name.ownRegion() : name.region();
  }
}
