package io.regionalmetrics.region;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A sum or difference of regions, such as {@code JP}, {@code WORLD-US} or {@code US+CA}. Each
 * region occurs once.
 *
 * @param terms each region's code with +1 or -1, in the order written
 */
public record RegionExpression(Map<String, Integer> terms) {
  /** The limit on the terms of an expression. */
  private static final int MAX_TERMS = 10;

  /** Copies the terms and keeps their order. */
  public RegionExpression {
    terms =
        terms.size() == 1
            ? Map.copyOf(terms)
            : Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** The expression that consists of a single region. */
  public static RegionExpression of(String region) {
    return new RegionExpression(Map.of(region, 1));
  }

  /**
   * Reads an expression.
   *
   * @throws Refusal if the text is not a valid expression; its parameter is {@code region}
   */
  public static RegionExpression parse(String text) {
    Map<String, Integer> terms = new LinkedHashMap<>();
    int sign = 1;
    int count = 0;
    for (String part : parts(text)) {
      if (part.equals("+") || part.equals("-")) {
        sign = part.equals("+") ? 1 : -1;
        continue;
      }
      requireCode(part, text);
      if (++count > MAX_TERMS) {
        throw tooMany(text);
      }
      if (terms.put(part, sign) != null) {
        throw twice(part, text);
      }
    }
    return new RegionExpression(terms);
  }

  private static void requireCode(String part, String text) {
    if (part.isEmpty()) {
      throw refusal(
          Reason.MALFORMED,
          "'%s' lacks a region; write a region on each side of + or -, such as WORLD-US or US+CA"
              .formatted(text));
    }
    if (!Codes.isRegion(part)) {
      throw refusal(
          Reason.MALFORMED,
          "'%s' is not a region's code; use at most %s of A-Z, 0-9 and _, such as JP or WORLD"
              .formatted(part, Codes.MOST_CHARACTERS));
    }
  }

  private static Refusal tooMany(String text) {
    return refusal(
        Reason.SENSELESS,
        "'%s' has more than %s regions; name at most %s, such as US+CA"
            .formatted(text, MAX_TERMS, MAX_TERMS));
  }

  private static Refusal refusal(Reason reason, String why) {
    return Refusal.of(reason, "region", why);
  }

  private static Refusal twice(String region, Object expression) {
    return refusal(
        Reason.SENSELESS,
        "%s occurs twice in '%s'; name each region once, such as US+CA"
            .formatted(region, expression));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '+' || text.charAt(i) == '-') {
        parts.add(text.substring(start, i));
        parts.add(text.substring(i, i + 1));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The region, if the expression consists of one; empty otherwise. */
  public Optional<String> single() {
    return terms.size() == 1 && terms.values().iterator().next() == 1
        ? Optional.of(terms.keySet().iterator().next())
        : Optional.empty();
  }

  /**
   * A copy with each code replaced, such as an alias by the region's id.
   *
   * @throws Refusal if two codes become the same region
   */
  public RegionExpression map(UnaryOperator<String> code) {
    Map<String, Integer> mapped = new LinkedHashMap<>();
    terms.forEach((region, sign) -> {
      if (mapped.put(code.apply(region), sign) != null) {
        throw twice(code.apply(region), this);
      }
    });
    return new RegionExpression(mapped);
  }

  /** Adds two counts of a region, for {@code Map.merge}: drops the region if the sum is zero. */
  @SuppressWarnings("NullAway") // merge removes the entry if its function returns null
  static Integer sumOrRemove(Integer a, Integer b) {
    return a + b == 0 ? null : Integer.valueOf(a + b);
  }

  /** The expression as written in a question, such as {@code WORLD-US}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    terms.forEach(
        (region, sign) -> text.append(sign < 0 ? "-" : text.isEmpty() ? "" : "+").append(region));
    return text.toString();
  }
}
