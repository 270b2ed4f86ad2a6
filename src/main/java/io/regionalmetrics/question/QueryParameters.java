package io.regionalmetrics.question;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a question, percent-decoded. A plus sign stays a plus sign, as in {@code
 * region=US+CA}. A list is either separated by commas or given as a repeated parameter.
 */
public final class QueryParameters {
  private static final int MOST_CHARACTERS = 8_000;

  private final Map<String, String> values;

  private QueryParameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Parses a query string.
   *
   * @param raw the query string as it was sent, still percent-encoded
   * @param known the names of the allowed parameters
   * @param lists the names of those that may be repeated
   * @throws Refusal if the query is longer than 8,000 characters, can't be decoded, has an unknown
   *     parameter, or repeats one that isn't a list
   */
  public static QueryParameters of(String raw, Set<String> known, Set<String> lists) {
    if (raw.length() > MOST_CHARACTERS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "query",
          "longer than %s characters; send several shorter requests".formatted(MOST_CHARACTERS));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        put(values, pair, known, lists);
      }
    }
    return new QueryParameters(values);
  }

  private static void put(
      Map<String, String> values, String pair, Set<String> known, Set<String> lists) {
    int equals = pair.indexOf('=');
    String name = PercentEncoding.decoded(equals < 0 ? pair : pair.substring(0, equals), "query");
    if (!known.contains(name)) {
      throw Refusal.of(
          Reason.MALFORMED,
          name,
          "not a parameter of this request" + Codes.suggestion(name, known));
    }
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    put(values, name, PercentEncoding.decoded(value, name), lists.contains(name));
  }

  private static void put(
      Map<String, String> values, String name, String value, boolean mayRepeat) {
    String before = values.putIfAbsent(name, value);
    if (before != null && !mayRepeat) {
      throw Refusal.of(Reason.MALFORMED, name, "given twice; give it once");
    }
    if (before != null) {
      values.put(name, before + "," + value);
    }
  }

  /** The parameters except some, as one text that is the same whatever their order. */
  String without(Set<String> names) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .filter(parameter -> !names.contains(parameter.getKey()))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
  }

  /** This query string, percent-encoded, with one parameter set to another value. */
  public String with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return all.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + PercentEncoding.encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  /**
   * The value of a parameter; empty if it isn't given.
   *
   * @throws Refusal if it is given without a value
   */
  public Optional<String> text(String name) {
    Optional<String> value = Optional.ofNullable(values.get(name));
    if (value.isPresent() && value.get().isEmpty()) {
      throw Refusal.of(Reason.MALFORMED, name, "empty; give it a value or leave it out");
    }
    return value;
  }

  /**
   * The value of a parameter that must be given.
   *
   * @param example a valid value, for the message
   * @throws Refusal if it isn't given, or given without a value
   */
  String required(String name, String example) {
    return text(name)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED, name, "missing; for example %s=%s".formatted(name, example)));
  }

  /**
   * The values of a list, without repetitions; empty if it isn't given.
   *
   * @throws Refusal if one of the values is empty
   */
  public Optional<List<String>> list(String name) {
    return text(name).map(text -> list(name, text));
  }

  private static List<String> list(String name, String text) {
    List<String> all = Stream.of(text.split(",", -1)).toList();
    if (all.contains("")) {
      throw Refusal.of(
          Reason.MALFORMED,
          name,
          "'%s' has an empty value in its list; remove the extra comma".formatted(text));
    }
    return all.stream().distinct().toList();
  }

  /**
   * Whether a parameter is {@code true}.
   *
   * @param otherwise the result if it isn't given
   * @throws Refusal if it is neither {@code true} nor {@code false}
   */
  public boolean truth(String name, boolean otherwise) {
    String text = text(name).orElse(Boolean.toString(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      throw Refusal.of(Reason.MALFORMED, name, "'%s' is not true or false".formatted(text));
    }
    return text.equals("true");
  }
}
