package io.regionalmetrics.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An element of a list in a header such as Accept, Accept-Encoding or Content-Type: {@code
 * text/csv;header=present;q=0.5} (RFC 9110, sections 5.6 and 12.4.2).
 *
 * @param name a media range or a content coding, in lower case
 * @param parameters the parameters before the weight in their order; names and values in lower case
 *     and without quotes
 * @param weight the weight {@code q} in thousandths, from 0 (not acceptable) to 1000, which is also
 *     the default
 */
public record HeaderElement(String name, Map<String, String> parameters, int weight) {
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
  private static final int FULL_WEIGHT = 1_000;

  /** Copies the parameters and keeps their order. */
  public HeaderElement {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The elements of a header in their order. Leaves out those without a name or a valid weight. */
  public static List<HeaderElement> list(String header) {
    return split(header.toLowerCase(Locale.ROOT), ',').stream()
        .flatMap(element -> of(element).stream())
        .toList();
  }

  private static Optional<HeaderElement> of(String element) {
    List<String> parts = split(element, ';');
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String name = part.substring(0, Math.max(equals, 0)).strip();
      String value = part.substring(equals + 1).strip();
      if (name.equals("q")) {
        return of(parts.getFirst().strip(), parameters, weight(value));
      }
      if (!part.isBlank()) {
        parameters.put(name, unquoted(value));
      }
    }
    return of(parts.getFirst().strip(), parameters, Optional.of(FULL_WEIGHT));
  }

  private static Optional<HeaderElement> of(
      String name, Map<String, String> parameters, Optional<Integer> weight) {
    return name.isEmpty() || weight.isEmpty()
        ? Optional.empty()
        : Optional.of(new HeaderElement(name, parameters, weight.get()));
  }

  private static Optional<Integer> weight(String value) {
    return WEIGHT.matcher(value).matches() ? Optional.of(thousandths(value)) : Optional.empty();
  }

  private static int thousandths(String weight) {
    String decimals = weight.length() > 2 ? weight.substring(2) : "";
    return (weight.charAt(0) - '0') * FULL_WEIGHT
        + Integer.parseInt((decimals + "000").substring(0, 3));
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /** Splits a text at the separators that are not inside quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int end = end(text, start, separator);
    while (end < text.length()) {
      parts.add(text.substring(start, end));
      start = end + 1;
      end = end(text, start, separator);
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The index of the first separator outside quotes, or the length of the text. */
  private static int end(String text, int start, char separator) {
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        return i;
      }
    }
    return text.length();
  }
}
