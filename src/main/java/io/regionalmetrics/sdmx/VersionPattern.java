package io.regionalmetrics.sdmx;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Versions as queries write them, by the rules of SDMX-REST: {@code 1.0.0}, {@code 1.0+.0} (this or
 * a newer minor version), {@code +} (the latest stable one), {@code ~} (the latest), {@code *}
 * (all).
 */
final class VersionPattern {
  private static final int PARTS = 3;
  private static final Pattern FORM =
      Pattern.compile("([+~*]|[0-9]{1,6}[+~*]?)(\\.([+~*]|[0-9]{1,6}[+~*]?)){0,2}");

  private VersionPattern() {}

  /**
   * Whether a version is meant.
   *
   * @param text one version, or several that are separated by commas
   * @param version a version with three parts, such as {@code 1.0.0}
   * @throws Refusal if the text is not a version
   */
  static boolean matches(String text, String version) {
    return Arrays.stream(text.split(",", -1)).anyMatch(one -> matchesOne(one, version));
  }

  /** Whether a text is a version with a wildcard. */
  static boolean hasWildcard(String text) {
    return FORM.matcher(text).matches() && !text.matches("[0-9.]+");
  }

  private static boolean matchesOne(String text, String version) {
    if (text.equals("all") || text.equals("latest")) {
      return true;
    }
    if (!FORM.matcher(text).matches()) {
      throw Refusal.of(
          Reason.MALFORMED,
          "version",
          "'%s' is not a version such as 1.0.0, +, ~ or *".formatted(text));
    }
    return matches(text.split("\\."), numbers(version.split("\\.")));
  }

  private static int[] numbers(String[] parts) {
    return Arrays.stream(parts).mapToInt(VersionPattern::number).toArray();
  }

  /** The number that a part begins with; 0 if there is none. */
  private static int number(String part) {
    String digits = part.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static boolean matches(String[] parts, int[] version) {
    int[] least = IntStream.concat(Arrays.stream(numbers(parts)), IntStream.of(0, 0)).toArray();
    for (int i = 0; i < parts.length; i++) {
      if (!Character.isDigit(parts[i].charAt(parts[i].length() - 1))) {
        return Arrays.compare(version, i, PARTS, least, i, PARTS) >= 0;
      }
      if (least[i] != version[i]) {
        return false;
      }
    }
    return Arrays.compare(version, parts.length, PARTS, new int[PARTS], parts.length, PARTS) == 0;
  }
}
