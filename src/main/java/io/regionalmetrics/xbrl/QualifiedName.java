package io.regionalmetrics.xbrl;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a concept, an axis or a member: {@code us-gaap:Revenues}, {@code
 * nflx:StreamingMember}.
 *
 * <p>The prefix of a standard taxonomy follows from its namespace, whatever prefix the instance
 * uses and whatever the year: {@code http://fasb.org/us-gaap/2024} is {@code us-gaap}. Any other
 * taxonomy has the prefix that the instance gives it. If that is the prefix of a standard taxonomy,
 * {@code not-} is put before it.
 *
 * @param prefix the prefix of its taxonomy
 * @param local its name within the taxonomy
 */
public record QualifiedName(String prefix, String local) {
  private static final Pattern STANDARD =
      Pattern.compile(
          "http://(?:fasb\\.org|xbrl\\.us|xbrl\\.sec\\.gov)/(us-gaap|srt|dei|country|stpr|currency|exch|ecd|cyd)/[0-9]{4}.*");
  private static final Set<String> STANDARD_PREFIXES =
      Set.of("us-gaap", "srt", "dei", "country", "stpr", "currency", "exch", "ecd", "cyd");

  /** Parses {@code us-gaap:Revenues}; empty unless the text is a prefix, one colon and a name. */
  public static Optional<QualifiedName> parse(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1 && text.indexOf(':', colon + 1) < 0
        ? Optional.of(new QualifiedName(text.substring(0, colon), text.substring(colon + 1)))
        : Optional.empty();
  }

  /**
   * The prefix of a taxonomy.
   *
   * @param namespace the taxonomy's namespace
   * @param declared the prefix that the instance declares for it
   */
  static String prefixOf(String namespace, String declared) {
    Matcher standard = STANDARD.matcher(namespace);
    if (standard.matches()) {
      return standard.group(1);
    }
    return STANDARD_PREFIXES.contains(declared) ? "not-" + declared : declared;
  }

  /** Whether the name is of a standard taxonomy, not of the company's own. */
  public boolean isStandard() {
    return STANDARD_PREFIXES.contains(prefix);
  }

  /** The prefix, a colon and the local name. */
  @Override
  public String toString() {
    return prefix + ":" + local;
  }
}
