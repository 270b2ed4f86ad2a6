package io.regionalmetrics.xlsx;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a web page that a cell may lead to: http or https, with a host. Anything else,
 * such as a file or a macro, is not followed from a workbook.
 */
public record WebAddress(URI uri) {
  /** The longest address that Excel opens. */
  private static final int MOST_CHARACTERS = 2_079;

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** The address in a text; empty if it isn't one that is safe to follow. */
  public static Optional<WebAddress> of(String text) {
    try {
      return Optional.of(new URI(text)).filter(WebAddress::isSafe).map(WebAddress::new);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isSafe(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT))
        && uri.getHost() != null
        && uri.toASCIIString().length() <= MOST_CHARACTERS;
  }

  /** The address in ASCII. */
  @Override
  public String toString() {
    return uri.toASCIIString();
  }
}
