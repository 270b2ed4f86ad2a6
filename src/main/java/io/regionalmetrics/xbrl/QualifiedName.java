package io.regionalmetrics.xbrl;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a concept, an axis or a member: {@code us-gaap:Revenues}, {@code
 * nflx:StreamingMember}.
 *
 * <p>A standard taxonomy is known by its namespace, whatever its prefix and year: {@code
 * http://fasb.org/us-gaap/2024} is {@code us-gaap}. Any other has the prefix that the instance
 * gives it, unless that is a standard one's.
 *
 * @param prefix of its taxonomy
 * @param local the rest
 */
public record QualifiedName(String prefix, String local) {
  private static final Pattern STANDARD =
      Pattern.compile(
          "http://(?:fasb\\.org|xbrl\\.us|xbrl\\.sec\\.gov)/(us-gaap|srt|dei|country|stpr|currency|exch|ecd|cyd)/[0-9]{4}.*");
  private static final Set<String> STANDARD_PREFIXES =
      Set.of("us-gaap", "srt", "dei", "country", "stpr", "currency", "exch", "ecd", "cyd");

  /** A name as it is written: {@code us-gaap:Revenues}; nothing where it has no prefix. */
  public static Optional<QualifiedName> parse(String written) {
    int colon = written.indexOf(':');
    return colon > 0 && colon < written.length() - 1 && written.indexOf(':', colon + 1) < 0
        ? Optional.of(new QualifiedName(written.substring(0, colon), written.substring(colon + 1)))
        : Optional.empty();
  }

  /** The prefix by which a taxonomy is known. */
  static String prefixOf(String namespace, String written) {
    Matcher standard = STANDARD.matcher(namespace);
    if (standard.matches()) {
      return standard.group(1);
    }
    return STANDARD_PREFIXES.contains(written) ? "not-" + written : written;
  }

  /** Whether it is of a taxonomy that isn't the company's own. */
  public boolean isStandard() {
    return STANDARD_PREFIXES.contains(prefix);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return prefix + ":" + local;
  }
}
