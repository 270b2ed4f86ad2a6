package io.regionalmetrics.question;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a question. They are read from the raw query by percent-decoding alone, so that
 * + is plus and not a space; a parameter that is a list may be repeated instead of using commas.
 */
public final class QueryParameters {
  private static final int MOST_CHARACTERS = 8_000;

  private final Map<String, String> values;

  private QueryParameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a query.
   *
   * @param known the parameters that may be given
   * @param lists those of them that may be repeated
   * @throws Refusal where another one is given, or one twice
   */
  public static QueryParameters of(String raw, Set<String> known, Set<String> lists) {
    if (raw.length() > MOST_CHARACTERS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "query",
          "longer than %s characters; ask in parts".formatted(MOST_CHARACTERS));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "query");
        if (!known.contains(name)) {
          throw Refusal.of(
              Reason.MALFORMED, name, "not a parameter here" + Codes.suggestion(name, known));
        }
        put(values, name, decoded(equals < 0 ? "" : pair.substring(equals + 1), name), lists);
      }
    }
    return new QueryParameters(values);
  }

  private static void put(
      Map<String, String> values, String name, String value, Set<String> lists) {
    String before = values.putIfAbsent(name, value);
    if (before != null && !lists.contains(name)) {
      throw Refusal.of(Reason.MALFORMED, name, "given twice; give it once");
    }
    if (before != null) {
      values.put(name, before + "," + value);
    }
  }

  /** A text with each %XX as the byte that it is, in UTF-8. */
  static String decoded(String text, String name) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw Refusal.of(
              Reason.MALFORMED,
              name,
              "a % that isn't followed by two hexadecimal digits; a percent sign is %25");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        int end = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(Reason.MALFORMED, name, "not UTF-8 when decoded");
    }
  }

  /** All parameters but some, in one text that doesn't depend on their order. */
  String without(Set<String> names) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .filter(parameter -> !names.contains(parameter.getKey()))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
  }

  /** The same query with another value of one parameter, percent-encoded. */
  public String with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return all.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A value as it stands in a query: a plus as %2B, and a space as %20. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%3A", ":");
  }

  /** A parameter's value, if it is given. */
  public Optional<String> text(String name) {
    Optional<String> value = Optional.ofNullable(values.get(name));
    if (value.isPresent() && value.get().isEmpty()) {
      throw Refusal.of(Reason.MALFORMED, name, "empty; give it a value or leave it out");
    }
    return value;
  }

  /** A parameter that must be given. */
  String required(String name, String example) {
    return text(name)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED, name, "missing; for example %s=%s".formatted(name, example)));
  }

  /** The values of a list, each once. */
  Optional<List<String>> list(String name) {
    return text(name)
        .map(text -> {
          List<String> all = Stream.of(text.split(",", -1)).toList();
          if (all.contains("")) {
            throw Refusal.of(
                Reason.MALFORMED, name, "'%s' has an empty place in its list".formatted(text));
          }
          return all.stream().distinct().toList();
        });
  }

  /** A parameter that is true or false. */
  public boolean truth(String name, boolean otherwise) {
    String text = text(name).orElse(Boolean.toString(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      throw Refusal.of(Reason.MALFORMED, name, "'%s' is not true or false".formatted(text));
    }
    return text.equals("true");
  }
}
