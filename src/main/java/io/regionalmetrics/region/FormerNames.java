package io.regionalmetrics.region;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Chooses the {@linkplain Region#formerNames former names} of a region. */
public final class FormerNames {
  /** More names are forgotten, so that a company's definitions stay small. */
  private static final int MOST = 10;

  private FormerNames() {}

  /**
   * The former names of a region, in alphabetical order, whatever the order in which they are
   * given. A name that differs only in signs, spaces or case isn't another one.
   *
   * @param present its name now
   * @param names all its names
   */
  public static List<String> of(String present, Stream<String> names) {
    Map<String, String> byLetters = new TreeMap<>();
    names.sorted().forEach(name -> byLetters.putIfAbsent(CountryNames.letters(name), name));
    byLetters.remove(CountryNames.letters(present));
    return byLetters.values().stream().sorted().limit(MOST).toList();
  }
}
