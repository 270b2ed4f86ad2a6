package io.regionalmetrics.feed.filing;

import java.util.List;

/**
 * How many first and last words all names of an axis share. Words that name places don't count, and
 * each name keeps at least one word.
 */
record SharedWords(int start, int end) {

  /** The words that some names share. */
  static SharedWords of(List<List<String>> names) {
    int start = count(names);
    int end =
        count(names.stream().map(words -> words.subList(start, words.size()).reversed()).toList());
    return new SharedWords(start, end);
  }

  private static int count(List<List<String>> names) {
    int shared = 0;
    while (names.size() > 1 && isShared(names, shared)) {
      shared++;
    }
    return shared;
  }

  private static boolean isShared(List<List<String>> names, int at) {
    if (names.stream().anyMatch(words -> words.size() <= at + 1)) {
      return false;
    }
    String word = PlaceNames.letters(names.getFirst().get(at));
    return !PlaceNames.isWordOfPlaces(word)
        && names.stream().allMatch(words -> PlaceNames.letters(words.get(at)).equals(word));
  }

  /** One of the names without the shared words. */
  List<String> without(List<String> name) {
    return name.subList(start, name.size() - end);
  }
}
