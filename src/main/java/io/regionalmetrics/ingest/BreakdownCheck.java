package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Interval;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a document's breakdowns against the known definitions and its own figures: it must report
 * the members, and if it reports the whole, they must add up to it within rounding, with the
 * remainders.
 */
final class BreakdownCheck {
  private static final String NOT_TOLD =
      "needs the levels of all members in this period, in one unit that is also that of the"
          + " remainders, among the document's observations";

  private static final String TOO_MANY =
      "is one of more than " + DocumentLimits.MAX_BREAKDOWNS + " breakdowns of %s in %s";

  private final KnownDefinitions known;
  private final DocumentFaults faults;
  private final Map<Cell, Interval> levels = new HashMap<>();
  private final Map<QuarterKey, Set<Unit>> units = new HashMap<>();
  private final Map<QuarterKey, Integer> counts = new HashMap<>();

  /**
   * Creates a check.
   *
   * @param observations what the document reports, expressed by region and metric ids
   */
  BreakdownCheck(
      KnownDefinitions known, List<Located<Observation>> observations, DocumentFaults faults) {
    this.known = known;
    this.faults = faults;
    observations.forEach(one -> addLevel(one.row()));
  }

  private void addLevel(Observation observation) {
    Cell cell = observation.cell();
    if (cell.measure() == Measure.LEVEL) {
      observation.interval().ifPresent(interval -> levels.put(cell, interval));
      units.computeIfAbsent(cell.quarter(), same -> new HashSet<>()).add(cell.unit());
    }
  }

  /**
   * Returns a breakdown expressed by region ids; empty, with a fault, if it makes no sense.
   *
   * @param proved whether it is proved already, so that the document's figures needn't prove it
   */
  Optional<BreakdownRow> check(Located<BreakdownRow> located, boolean proved) {
    BreakdownRow row = located.row();
    Optional<String> company = Optional.of(row.company());
    if (!known.checkCompany(located.place(), company, faults)) {
      return Optional.empty();
    }
    Optional<Metric> metric = known.vocabulary(row.company()).metric(row.metric());
    if (metric.isEmpty()) {
      fault(located, ".metric", known.unknownMetric(company, row.metric()));
    }
    return metric.flatMap(one -> resolved(located)).filter(one -> proved || isProved(located, one));
  }

  private Optional<BreakdownRow> resolved(Located<BreakdownRow> located) {
    BreakdownRow row = located.row();
    Optional<String> whole = region(located, ".whole", row.whole());
    List<String> members =
        row.members().stream()
            .flatMap(member -> region(located, ".members", member).stream())
            .toList();
    return whole
        .filter(id -> members.size() == row.members().size())
        .filter(id -> namesEachOnce(located, id, members))
        .map(id ->
            new BreakdownRow(
                row.company(), row.metric(), id, row.period(), members, row.remainders()));
  }

  private Optional<String> region(Located<BreakdownRow> located, String member, String code) {
    BreakdownRow row = located.row();
    Vocabulary vocabulary = known.vocabulary(row.company());
    Optional<String> id = vocabulary.region(code).map(Region::id);
    if (id.isEmpty()) {
      fault(located, member, known.unknownRegion(Optional.of(row.company()), code));
    }
    return id;
  }

  private boolean namesEachOnce(Located<BreakdownRow> located, String whole, List<String> members) {
    Set<String> seen = new HashSet<>(Set.of(whole));
    Stream<String> remainders = located.row().remainders().stream().map(RemainderRow::code);
    Optional<String> twice =
        Stream.concat(members.stream(), remainders).filter(part -> !seen.add(part)).findFirst();
    twice.ifPresent(part ->
        fault(located, ".members", "%s is counted twice, or is the whole itself".formatted(part)));
    return twice.isEmpty();
  }

  private boolean isProved(Located<BreakdownRow> located, BreakdownRow row) {
    QuarterKey quarter = new QuarterKey(row.company(), row.metric(), row.period());
    if (counts.merge(quarter, 1, Integer::sum) > DocumentLimits.MAX_BREAKDOWNS) {
      fault(located, "", TOO_MANY.formatted(row.metric(), row.period()));
      return false;
    }
    List<Unit> told =
        units.getOrDefault(quarter, Set.of()).stream()
            .filter(unit -> isTold(quarter, unit, row))
            .toList();
    if (told.isEmpty()) {
      fault(located, "", NOT_TOLD);
    }
    return !told.isEmpty() && told.stream().allMatch(unit -> addsUp(located, quarter, unit, row));
  }

  private boolean isTold(QuarterKey quarter, Unit unit, BreakdownRow row) {
    return row.members().stream()
            .allMatch(region -> levels.containsKey(cell(quarter, region, unit)))
        && row.remainders().stream().allMatch(one -> one.unit().equals(unit));
  }

  private boolean addsUp(
      Located<BreakdownRow> located, QuarterKey quarter, Unit unit, BreakdownRow row) {
    Optional<Interval> whole = level(quarter, row.whole(), unit);
    Interval parts =
        Stream.concat(
                row.members().stream().flatMap(member -> level(quarter, member, unit).stream()),
                row.remainders().stream().map(BreakdownCheck::interval))
            .reduce(Interval::plus)
            .orElseThrow();
    boolean right = whole.map(parts::meets).orElse(true);
    if (!right) {
      fault(located, "", "the members and remainders don't add up to the whole within rounding");
    }
    return right;
  }

  private static Interval interval(RemainderRow remainder) {
    return remainder.precision().around(remainder.value()).interval();
  }

  private Optional<Interval> level(QuarterKey quarter, String region, Unit unit) {
    return Optional.ofNullable(levels.get(cell(quarter, region, unit)));
  }

  private static Cell cell(QuarterKey quarter, String region, Unit unit) {
    return new Cell(quarter, region, Measure.LEVEL, unit);
  }

  private void fault(Located<BreakdownRow> located, String member, String why) {
    faults.add(Reason.SENSELESS, located.place() + member, why);
  }
}
