package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the labels of a filing call the members of one axis: {@code Japan} for {@code Japan Segment
 * [Member]}. A label that two members share names neither. A label in capitals is ignored, since
 * the member's own words are easier to read.
 */
final class MemberLabels {
  private static final int MAX_CHARACTERS = 100;
  private static final int MAX_ABBREVIATION = 4;
  private static final Pattern KIND = Pattern.compile("\\s*\\[[^\\]]*]\\s*$");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Map<QualifiedName, MemberLabel> labels = new HashMap<>();

  /** The labels of some members. */
  MemberLabels(ElementLabels filed, Collection<QualifiedName> members) {
    Map<QualifiedName, List<String>> words = new HashMap<>();
    for (QualifiedName member : members) {
      filed
          .shortest(member)
          .map(label -> KIND.matcher(label).replaceFirst("").strip())
          .filter(MemberLabels::isReadable)
          .ifPresent(label -> words.put(member, List.of(SPACES.split(label, -1))));
    }
    SharedWords shared =
        SharedWords.of(
            words.entrySet().stream()
                .filter(one -> !one.getKey().isStandard())
                .map(Map.Entry::getValue)
                .toList());
    words.forEach((member, all) -> labels.put(member, label(member, all, shared)));
    removeShared();
  }

  /** The label of a member; {@link MemberLabel#NONE} if it has none of its own. */
  MemberLabel of(QualifiedName member) {
    return labels.getOrDefault(member, MemberLabel.NONE);
  }

  private static boolean isReadable(String label) {
    boolean isAbbreviation = PlaceNames.letters(label).length() <= MAX_ABBREVIATION;
    return label.length() <= MAX_CHARACTERS
        && label.chars().anyMatch(Character::isLetter)
        && (isAbbreviation || label.chars().anyMatch(Character::isLowerCase));
  }

  private static MemberLabel label(QualifiedName member, List<String> all, SharedWords shared) {
    return new MemberLabel(
        all, MemberName.plainWords(member.isStandard() ? all : shared.without(all)));
  }

  private void removeShared() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (MemberLabel label : labels.values()) {
      if (!seen.add(label.letters())) {
        twice.add(label.letters());
      }
    }
    labels.values().removeIf(label -> twice.contains(label.letters()));
  }
}
