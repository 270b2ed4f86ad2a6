package io.regionalmetrics.store;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the facts of figures as short texts. Figures of one quarter share concepts, axes and
 * members, so the item holds each name once, and a text refers to names by their numbers: {@code
 * 0.1.2#f-124} is the concept 0 with the member 2 of the axis 1, and has the id f-124. {@code @3}
 * before the id means that the fact is from the item's source 3. Several facts are separated by
 * spaces. Most facts take a dozen bytes.
 */
final class FactCodes {
  private static final String BETWEEN_FACTS = " ";
  private static final String BETWEEN_NAMES = ".";
  private static final char SOURCE = '@';
  private static final char ID = '#';

  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Source> sources;

  /**
   * Facts of an item to be read.
   *
   * @param names the names that the item holds
   * @param sources the sources that the item holds
   */
  FactCodes(List<String> names, List<Source> sources) {
    this.names = names;
    this.sources = sources;
  }

  /** Facts of an item to be written; writing them collects the names. */
  FactCodes(List<Source> sources) {
    this(new ArrayList<>(), sources);
  }

  /** The names to be held by the item. */
  List<String> names() {
    return names;
  }

  /** The text of some facts; empty if there are none. */
  String write(List<FiledFact> facts) {
    return facts.stream().map(this::write).collect(Collectors.joining(BETWEEN_FACTS));
  }

  private String write(FiledFact fact) {
    Stream<String> parts =
        Stream.concat(
            Stream.of(fact.concept()),
            fact.dimensions().entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue())));
    return parts
            .map(name -> Integer.toString(number(name)))
            .collect(Collectors.joining(BETWEEN_NAMES))
        + fact.source().map(source -> SOURCE + Integer.toString(sources.indexOf(source))).orElse("")
        + fact.id().map(id -> ID + id).orElse("");
  }

  private int number(String name) {
    return numbers.computeIfAbsent(
        name,
        added -> {
          names.add(added);
          return names.size() - 1;
        });
  }

  /** The facts of a text that {@link #write} made. */
  List<FiledFact> read(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(BETWEEN_FACTS)).map(this::readOne).toList();
  }

  private FiledFact readOne(String text) {
    String beforeId = before(ID, text);
    List<String> written = names(before(SOURCE, beforeId));
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (int i = 1; i < written.size(); i += 2) {
      dimensions.put(written.get(i), written.get(i + 1));
    }
    return new FiledFact(
        written.getFirst(),
        dimensions,
        after(ID, text),
        after(SOURCE, beforeId).map(number -> sources.get(Integer.parseInt(number))));
  }

  private List<String> names(String joined) {
    return Stream.of(joined.split("\\."))
        .map(number -> names.get(Integer.parseInt(number)))
        .toList();
  }

  private static String before(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static Optional<String> after(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
  }
}
