package io.regionalmetrics.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A fact of an XBRL filing that a figure was read from, or is derived from. All names are qualified
 * as in the filing, such as {@code us-gaap:Revenues}.
 *
 * @param concept what the filing calls the figure
 * @param dimensions the members of the fact's context, by axis; empty for the whole company
 * @param id the fact's id in the instance, if it has one
 * @param source the filing of the fact; empty if it is the one that the figure is published in
 */
public record FiledFact(
    String concept,
    SortedMap<String, String> dimensions,
    Optional<String> id,
    Optional<Source> source) {
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,199}");

  /**
   * Copies the dimensions.
   *
   * @throws IllegalArgumentException if the id is none that {@link #isId} accepts
   */
  public FiledFact {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    if (id.isPresent() && !isId(id.get())) {
      throw new IllegalArgumentException("'%s' is not the id of a fact".formatted(id.get()));
    }
  }

  /** A fact of the filing that publishes the figure. */
  public static FiledFact of(String concept, Map<String, String> dimensions, Optional<String> id) {
    return new FiledFact(concept, new TreeMap<>(dimensions), id, Optional.empty());
  }

  /** Whether a text can be the id of a fact: at most 200 letters, digits, points and dashes. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The same fact as one of another filing. */
  public FiledFact in(Source filing) {
    return new FiledFact(concept, dimensions, id, Optional.of(filing));
  }

  /**
   * The address at which an inline document opens at the fact; empty if the document has none, or
   * the fact no id.
   *
   * @param publication the source of the figure
   */
  public Optional<String> address(Source publication) {
    return source
        .orElse(publication)
        .file()
        .flatMap(SourceFile::viewer)
        .flatMap(viewer -> id.map(fragment -> viewer + "#" + fragment));
  }
}
