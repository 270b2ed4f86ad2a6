package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.FilingHistory.RecordedQuarter;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.model.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one history of what filings stated about a region under several names, so that quarters
 * follow from a year under one name and nine months under another.
 */
final class UnitedHistory {
  private final FilingHistory history;
  private final RenamedRegions renamed;
  private final Set<String> ids;
  private final FilingHistory united = FilingHistory.empty();

  /** The ids of renamed regions, by the names of their members on the segments' axis. */
  private final Map<String, String> idsBySegment = new HashMap<>();

  private UnitedHistory(FilingHistory history, RenamedRegions renamed) {
    this.history = history;
    this.renamed = renamed;
    this.ids = renamed.otherIds().keySet();
  }

  /** A history in which renamed regions are one; the same one if there are none. */
  static FilingHistory of(FilingHistory history, RenamedRegions renamed) {
    return renamed.isEmpty() ? history : new UnitedHistory(history, renamed).unite();
  }

  private FilingHistory unite() {
    for (Source source : history.sources()) {
      united.add(source, history.fiscalYear(source.id()));
    }
    history.series().forEach(series -> history.stated(series).forEach(one -> add(series, one)));
    history.proved().forEach(this::addProved);
    history.names().forEach(united::addName);
    history
        .recorded()
        .forEach(one ->
            united.record(new RecordedQuarter(united(one.series()), one.quarter(), one.source())));
    return united;
  }

  private FactSeries united(FactSeries series) {
    return series.in(renamed.id(series.region()));
  }

  private void add(FactSeries series, StatedSpan stated) {
    FactSeries one = united(series);
    united.restore(one, stated);
    if (ids.contains(one.region())) {
      segments(stated).forEach(member -> idsBySegment.put(member, one.region()));
    }
  }

  /** The local names of the members on the segments' axis that a figure is stated for. */
  private static Stream<String> segments(StatedSpan stated) {
    return Stream.of(stated.firstFacts(), stated.lastFacts())
        .flatMap(List::stream)
        .flatMap(fact -> fact.dimensions().entrySet().stream())
        .filter(dimension -> dimension.getKey().contains("Segment"))
        .map(dimension -> dimension.getValue().substring(dimension.getValue().indexOf(':') + 1));
  }

  private void addProved(FactSeries series, ProvedSpans spans) {
    spans
        .parts()
        .forEach((span, parts) -> {
          List<String> members =
              parts.members().stream().map(one -> id(series, one)).sorted().toList();
          united.addProved(series, span, new ProvedParts(members, parts.remainders()));
        });
  }

  private String id(FactSeries series, String member) {
    return series.axis().equals(SegmentDivisions.AXIS)
        ? Optional.ofNullable(idsBySegment.get(member)).orElse(member)
        : renamed.id(member);
  }
}
