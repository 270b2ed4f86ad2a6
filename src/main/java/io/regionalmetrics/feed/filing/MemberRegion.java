package io.regionalmetrics.feed.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The region that a member of an axis stands for.
 *
 * @param id its code
 * @param name its name for readers
 * @param isDefined whether it is predefined, as countries are
 * @param isStandard whether the member is of a standard taxonomy
 * @param formerId the id that the first versions of this feed gave to the member, if it differs
 */
record MemberRegion(
    String id, String name, boolean isDefined, boolean isStandard, Optional<String> formerId) {

  /** A country. */
  static MemberRegion country(String code, String name) {
    return new MemberRegion(code, name, true, false, Optional.empty());
  }

  /** A region that needs a definition. */
  static MemberRegion undefined(String id, String name) {
    return new MemberRegion(id, name, false, false, Optional.empty());
  }

  /**
   * A region that no filing had a quarter of before, and whose filing isn't at hand: it is called
   * what its code says.
   */
  static MemberRegion ofCode(String code) {
    List<String> words = Stream.of(code.split("_", -1)).map(MemberRegion::word).toList();
    return undefined(code, ElementName.title(words));
  }

  /** A word with one capital, unless it may be an abbreviation. */
  private static String word(String capitals) {
    return capitals.length() <= 4
        ? capitals
        : capitals.charAt(0) + capitals.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The same region, with a member of a standard taxonomy or of the company's own. */
  MemberRegion withStandard(boolean standard) {
    return new MemberRegion(id, name, isDefined, standard, formerId);
  }

  /** The same region under another name. */
  MemberRegion withName(String other) {
    return new MemberRegion(id, other, isDefined, isStandard, formerId);
  }

  /** The same region, without its former id. */
  MemberRegion withoutFormerId() {
    return new MemberRegion(id, name, isDefined, isStandard, Optional.empty());
  }

  /** The same region, which had another id before, unless that is the same one. */
  MemberRegion withFormerId(String former) {
    return former.equals(id)
        ? this
        : new MemberRegion(id, name, isDefined, isStandard, Optional.of(former));
  }
}
