package io.regionalmetrics.feed.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a filing's label calls a member.
 *
 * @param allWords all words of the label
 * @param words the same, without those that are ignored; empty if there is no label
 */
record MemberLabel(List<String> allWords, List<String> words) {
  /** No label. */
  static final MemberLabel NONE = new MemberLabel(List.of(), List.of());

  /** The name for readers; empty without a label. */
  Optional<String> name() {
    return name(words);
  }

  /** The name with all words of the label; empty without one. */
  Optional<String> fullName() {
    return name(allWords);
  }

  private static Optional<String> name(List<String> words) {
    String name = String.join(" ", words).replaceAll("^[\\s,:;-]+|[\\s,:;-]+$", "");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  /** The letters of the name, by which labels are compared. */
  String letters() {
    return PlaceNames.letters(String.join("", words));
  }
}
