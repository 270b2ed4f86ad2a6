package io.regionalmetrics.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the things that a header such as Accept or Accept-Encoding lists (RFC 9110, section
 * 12.4.2).
 *
 * @param name a media range or a coding, in lower case
 * @param parameters those before the weight, names and values in lower case, without quotes
 * @param weight how much it is wanted, in thousandths: 0 is not at all, 1000 where nothing is said
 */
public record Preference(String name, Map<String, String> parameters, int weight) {
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
  private static final int WHOLLY = 1_000;

  /** Keeps the order of the parameters. */
  public Preference {
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** What a header lists, in its order. An element that has not the form of one is passed over. */
  public static List<Preference> list(String header) {
    return split(header.toLowerCase(Locale.ROOT), ',').stream()
        .flatMap(element -> of(element).stream())
        .toList();
  }

  private static Optional<Preference> of(String element) {
    List<String> parts = split(element, ';');
    Map<String, String> parameters = new LinkedHashMap<>();
    int weight = WHOLLY;
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String name = part.substring(0, Math.max(equals, 0)).strip();
      String value = part.substring(equals + 1).strip();
      if (name.equals("q")) {
        if (!WEIGHT.matcher(value).matches()) {
          return Optional.empty();
        }
        weight = thousandths(value);
        break;
      }
      if (!part.isBlank()) {
        parameters.put(name, unquoted(value));
      }
    }
    String name = parts.getFirst().strip();
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Preference(name, parameters, weight));
  }

  private static int thousandths(String weight) {
    String decimals = weight.length() > 2 ? weight.substring(2) : "";
    return (weight.charAt(0) - '0') * WHOLLY + Integer.parseInt((decimals + "000").substring(0, 3));
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /** The parts of a text between separators that aren't in quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
