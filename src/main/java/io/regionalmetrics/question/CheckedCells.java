package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.compare.CheckedCell;
import io.regionalmetrics.model.Coverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** The cells that a check is about. */
final class CheckedCells {
  /** Up to so many quarters, looking which of them have figures costs more than it saves. */
  private static final long FEW_QUARTERS = 100;

  private CheckedCells() {}

  /**
   * Each subject in the quarter, or in every quarter that may have figures, newest first.
   *
   * @param stored tells which quarters have figures
   */
  static List<CheckedCell> of(
      List<Subject> subjects, Optional<YearQuarter> quarter, StoredQuarters stored) {
    List<CheckedCell> cells = new ArrayList<>();
    for (Subject subject : subjects) {
      List<YearQuarter> quarters =
          quarter.map(List::of).orElseGet(() -> withFigures(subject, stored));
      quarters.forEach(period -> cells.add(new CheckedCell(subject, period)));
    }
    return cells;
  }

  private static List<YearQuarter> withFigures(Subject subject, StoredQuarters stored) {
    Map<String, Coverage> coverage =
        subject.vocabulary().company().coverage().getOrDefault(subject.metric().id(), Map.of());
    return Stream.concat(subject.region().single().stream(), subject.equivalents().stream())
        .flatMap(region -> Stream.ofNullable(coverage.get(region)))
        .reduce(Coverage::and)
        .map(all -> withFigures(subject, all, stored))
        .orElse(List.of());
  }

  private static List<YearQuarter> withFigures(
      Subject subject, Coverage coverage, StoredQuarters stored) {
    return coverage.quarters() <= FEW_QUARTERS
        ? coverage.newest(FEW_QUARTERS)
        : List.copyOf(
            stored
                .of(subject.company(), subject.metric().id())
                .subSet(coverage.first(), true, coverage.last(), true)
                .descendingSet());
  }

  /** The parameters to show in the answer as its question. */
  static Map<String, List<String>> parameters(Selection selection, Optional<YearQuarter> quarter) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("company", selection.companies());
    if (selection.metric().isPresent()) {
      parameters.put("metric", selection.metrics());
    }
    selection.regions().ifPresent(regions -> parameters.put("region", regions));
    quarter.ifPresent(period -> parameters.put("period", List.of(period.toString())));
    return parameters;
  }
}
