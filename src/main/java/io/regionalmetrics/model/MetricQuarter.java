package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything published about one quarter of a company's metric: the vintages of all regions, and
 * how the whole divides into them.
 *
 * <p>A vintage is a repetition if its publisher's previous vintage of the same cell reports the
 * same. Repetitions are stored, but answers ignore them. That way answers depend only on what was
 * published, never on the order of arrival: if a publisher reports 10m in January and 10m in March,
 * March is a repetition; once 12m from February arrives, it no longer is.
 *
 * @param key the company, the metric and the quarter
 * @param allVintages all vintages including repetitions, oldest first
 * @param breakdowns the breakdowns of all sources, oldest first
 */
public record MetricQuarter(QuarterKey key, List<Vintage> allVintages, List<Breakdown> breakdowns) {

  /** How a new vintage relates to the stored ones. */
  public enum Outcome {
    /** The first vintage of its cell from its publisher. */
    ADDED,
    /** Differs from what its publisher reported for the cell before. */
    REVISED,
    /** Repeats what its publisher last reported by that day: stored, but changes no answer. */
    REPEATED,
    /** The same edition of the source is already stored and reports the same. */
    UNCHANGED,
    /** The same edition is already stored with assumed decimals; now it states them. */
    STATED,
    /** The same edition is already stored without the facts that it is from, or with others. */
    CITED,
    /** The same edition of the source is already stored and reports something else. */
    CONTRADICTS
  }

  /** Sorts the vintages and the breakdowns, oldest first. */
  public MetricQuarter {
    allVintages = allVintages.stream().sorted(Vintage.OLDEST_FIRST).toList();
    breakdowns = breakdowns.stream().sorted(Breakdown.OLDEST_FIRST).toList();
  }

  /** A quarter without breakdowns. */
  public MetricQuarter(QuarterKey key, List<Vintage> allVintages) {
    this(key, allVintages, List.of());
  }

  /** The quarter before anything was published. */
  public static MetricQuarter empty(QuarterKey key) {
    return new MetricQuarter(key, List.of());
  }

  /** A copy with one more vintage, which replaces the same edition's vintage of its cell. */
  public MetricQuarter with(Vintage vintage) {
    Source source = known(vintage.source());
    Stream<Vintage> others = allVintages.stream().filter(stored -> !isSameEdition(stored, vintage));
    return new MetricQuarter(
        key,
        Stream.concat(others, Stream.of(vintage)).map(one -> one.with(source)).toList(),
        breakdowns.stream().map(one -> one.with(source)).toList());
  }

  /** The source with the file that was read, if only the stored one names it. */
  private Source known(Source source) {
    return Stream.concat(
            allVintages.stream().map(Vintage::source), breakdowns.stream().map(Breakdown::source))
        .filter(source::isSameEditionAs)
        .findFirst()
        .map(source::withFileOf)
        .orElse(source);
  }

  /** A copy whose figures are also under the concepts that mean the same to the company. */
  public MetricQuarter on(ConceptLines lines) {
    return lines.isEmpty()
        ? this
        : new MetricQuarter(
            key,
            allVintages.stream().map(one -> one.under(lines.with(one.concepts()))).toList(),
            breakdowns);
  }

  /** A copy whose figures and breakdowns have one id for each renamed region. */
  public MetricQuarter under(RenamedRegions renamed) {
    RenamedFigures figures = new RenamedFigures(renamed);
    return renamed.isEmpty()
        ? this
        : new MetricQuarter(key, figures.vintages(allVintages), figures.breakdowns(breakdowns));
  }

  /** A copy without what a source reports. */
  public MetricQuarter without(String source) {
    return new MetricQuarter(
        key,
        allVintages.stream().filter(one -> !one.source().id().equals(source)).toList(),
        breakdowns.stream().filter(one -> !one.source().id().equals(source)).toList());
  }

  /** A copy with one more breakdown; the same one if it says nothing new. */
  public MetricQuarter with(Breakdown breakdown) {
    if (breakdowns.stream().anyMatch(breakdown::hasSameContentAs)) {
      return this;
    }
    List<Breakdown> more = new ArrayList<>(breakdowns);
    more.add(breakdown);
    return new MetricQuarter(key, allVintages, more);
  }

  /**
   * The vintages without repetitions, oldest first. Answers use these for any {@code asOf} day: the
   * vintage that a repetition repeats was published no later, so it is visible whenever the
   * repetition would be. Its assumed decimals give way to those that a repetition states.
   */
  public List<Vintage> vintages() {
    return findRepetitions().withoutRepetitions();
  }

  /** The index of each repetition, mapped to the index of the vintage that it repeats. */
  public Map<Integer, Integer> repetitions() {
    return findRepetitions().indices();
  }

  /** Finds the repetitions, for callers that need the vintages both with and without them. */
  public Repetitions findRepetitions() {
    return new Repetitions(allVintages);
  }

  /** How a new vintage relates to the stored ones. */
  public Outcome outcome(Vintage vintage) {
    List<Vintage> ofPublisher = fromSamePublisher(vintage);
    return ofPublisher.stream()
        .filter(stored -> isSameEdition(stored, vintage))
        .findFirst()
        .map(stored -> outcomeOfSameEdition(stored, vintage))
        .orElseGet(() -> outcome(ofPublisher, vintage));
  }

  private static Outcome outcomeOfSameEdition(Vintage stored, Vintage vintage) {
    if (!stored.reportsSameAs(vintage)) {
      return Outcome.CONTRADICTS;
    }
    if (isAssumed(stored) && !isAssumed(vintage)) {
      return Outcome.STATED;
    }
    return citesOthers(vintage, stored) ? Outcome.CITED : Outcome.UNCHANGED;
  }

  private static boolean citesOthers(Vintage vintage, Vintage stored) {
    List<FiledFact> facts = vintage.observation().facts();
    return !facts.isEmpty() && !facts.equals(stored.observation().facts());
  }

  private static boolean isAssumed(Vintage vintage) {
    return vintage.observation().precision().isAssumed();
  }

  private static Outcome outcome(List<Vintage> ofPublisher, Vintage vintage) {
    LocalDate day = vintage.source().published();
    Stream<Vintage> before =
        ofPublisher.stream().filter(stored -> !stored.source().published().isAfter(day));
    if (new Repetitions(Stream.concat(before, Stream.of(vintage)).toList()).endWithRepetition()) {
      return Outcome.REPEATED;
    }
    return ofPublisher.isEmpty() ? Outcome.ADDED : Outcome.REVISED;
  }

  private List<Vintage> fromSamePublisher(Vintage vintage) {
    return allVintages.stream()
        .filter(stored -> stored.cell().equals(vintage.cell()))
        .filter(stored -> stored.publisher().equals(vintage.publisher()))
        .toList();
  }

  /** Whether the same edition of a source gives both for the same cell. */
  private static boolean isSameEdition(Vintage one, Vintage other) {
    return one.cell().equals(other.cell()) && one.source().isSameEditionAs(other.source());
  }
}
