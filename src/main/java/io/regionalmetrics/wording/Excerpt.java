package io.regionalmetrics.wording;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.model.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The items that a sentence names: up to four, or three of more; fewer if the sentence gets long.
 *
 * @param named the named items, the largest first
 * @param all how many items there are
 * @param quality what the named ones are: "largest", or "first" if their units differ
 * @param <T> an item
 */
record Excerpt<T>(List<T> named, int all, String quality) {
  private static final int MOST = 4;
  private static final int SOME = 3;
  private static final int LEAST = 2;

  /** About two lines of a page. */
  private static final int MOST_CHARACTERS = 220;

  private static final List<String> NUMBERS =
      List.of("one two three four five six seven eight nine ten eleven twelve".split(" "));

  /** The items with the largest figures. */
  static <T> Excerpt<T> largest(List<T> items, Function<T, KnownFigure> figure) {
    return of(items, figure, item -> figure.apply(item).figure().value());
  }

  /** The items whose figures are farthest from zero. */
  static <T> Excerpt<T> farthestFromZero(List<T> items, Function<T, KnownFigure> figure) {
    return of(items, figure, item -> figure.apply(item).figure().value().abs());
  }

  /** The first items. */
  static <T> Excerpt<T> first(List<T> items) {
    return new Excerpt<>(few(items), items.size(), "first");
  }

  private static <T> Excerpt<T> of(
      List<T> items, Function<T, KnownFigure> figure, Function<T, BigDecimal> size) {
    if (units(items, figure) > 1) {
      return first(items);
    }
    List<T> largestFirst =
        items.stream().sorted(Comparator.comparing(size, Comparator.reverseOrder())).toList();
    return new Excerpt<>(few(largestFirst), items.size(), "largest");
  }

  private static <T> List<T> few(List<T> items) {
    return items.size() <= MOST ? items : items.subList(0, SOME);
  }

  private static <T> long units(List<T> items, Function<T, KnownFigure> figure) {
    return items.stream().<Unit>map(item -> figure.apply(item).figure().unit()).distinct().count();
  }

  /**
   * A text about the named items. While it is longer than two lines, it leaves out the last of
   * them, but names at least two.
   */
  String fitting(Function<Excerpt<T>, String> text) {
    String all = text.apply(this);
    return all.length() <= MOST_CHARACTERS || named.size() <= LEAST ? all : fewer().fitting(text);
  }

  private Excerpt<T> fewer() {
    return new Excerpt<>(named.subList(0, named.size() - 1), all, quality);
  }

  /** Whether all items are named. */
  boolean isAll() {
    return named.size() == all;
  }

  /**
   * ", the largest three of nine regions"; empty if all are named.
   *
   * @param noun what the items are
   */
  String note(String noun) {
    return isAll()
        ? ""
        : ", the %s %s of %s %s".formatted(quality, number(named.size()), number(all), noun);
  }

  /** A number in words up to twelve. */
  static String number(int number) {
    return number <= NUMBERS.size() ? NUMBERS.get(number - 1) : Integer.toString(number);
  }
}
