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
 *
 * <p>Names that most filings have are letters, so that items needn't hold them: {@code
 * B.H.0#f-124}. A long beginning that ids of one document share is held as a name, too: {@code
 * #3~21} is the name 3 followed by 21.
 */
final class FactCodes {
  private static final String BETWEEN_FACTS = " ";
  private static final String BETWEEN_NAMES = ".";
  private static final char SOURCE = '@';
  private static final char ID = '#';
  private static final char AFTER_PREFIX = '~';
  private static final int LONG_PREFIX = 8;

  /** Names from A on. Items refer to them by their place, so names may only be added at the end. */
  private static final List<String> KNOWN =
      List.of(
          "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
          "us-gaap:Revenues",
          "us-gaap:SalesRevenueNet",
          "us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax",
          "us-gaap:RevenuesNetOfInterestExpense",
          "us-gaap:SalesRevenueGoodsNet",
          "us-gaap:SalesRevenueServicesNet",
          "srt:StatementGeographicalAxis",
          "us-gaap:StatementGeographicalAxis",
          "us-gaap:StatementBusinessSegmentsAxis",
          "srt:ProductOrServiceAxis",
          "us-gaap:ProductOrServiceAxis",
          "srt:ConsolidationItemsAxis",
          "us-gaap:ConsolidationItemsAxis",
          "us-gaap:OperatingSegmentsMember");

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
    return parts.map(this::code).collect(Collectors.joining(BETWEEN_NAMES))
        + fact.source().map(source -> SOURCE + Integer.toString(sources.indexOf(source))).orElse("")
        + fact.id().map(id -> ID + shortened(id)).orElse("");
  }

  private String code(String name) {
    int known = KNOWN.indexOf(name);
    return known < 0 ? Integer.toString(number(name)) : Character.toString('A' + known);
  }

  private String shortened(String id) {
    int end = Math.max(id.lastIndexOf('_'), id.lastIndexOf('-')) + 1;
    return end < LONG_PREFIX
        ? id
        : number(id.substring(0, end)) + Character.toString(AFTER_PREFIX) + id.substring(end);
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
        after(ID, text).map(this::id),
        after(SOURCE, beforeId).map(number -> sources.get(Integer.parseInt(number))));
  }

  private List<String> names(String joined) {
    return Stream.of(joined.split("\\.")).map(this::name).toList();
  }

  private String name(String code) {
    int known = code.charAt(0) - 'A';
    return known < 0 ? names.get(Integer.parseInt(code)) : KNOWN.get(known);
  }

  private String id(String written) {
    return after(AFTER_PREFIX, written)
        .map(rest -> name(before(AFTER_PREFIX, written)) + rest)
        .orElse(written);
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
