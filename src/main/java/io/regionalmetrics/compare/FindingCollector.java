package io.regionalmetrics.compare;

import io.regionalmetrics.answer.AnsweringVintage;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.region.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** Gathers the findings of an answer: what several rows have in common is said once. */
public final class FindingCollector {
  private record Said(FindingCode code, String message) {}

  private final Map<Said, Set<Integer>> rows = new LinkedHashMap<>();

  /** Adds a finding about one row. */
  public void add(FindingCode code, int row, String message) {
    rows.computeIfAbsent(new Said(code, message), said -> new LinkedHashSet<>()).add(row);
  }

  /** All of them, in the order they were added. */
  public List<Finding> list() {
    return rows.entrySet().stream()
        .map(entry ->
            new Finding(
                entry.getKey().code(), List.copyOf(entry.getValue()), entry.getKey().message()))
        .toList();
  }

  /** Says that a level was never published, where it follows from a published growth. */
  void implied(int row, RowValue level, YearQuarter quarter, FindingCode code) {
    if (level instanceof KnownFigure known && known.figure().origin() == Origin.IMPLIED) {
      add(
          code,
          row,
          "%s was not published; it follows from the published growth.".formatted(quarter));
    }
  }

  /** Adds what follows from where a row's figures come from. */
  void about(int row, Subject subject, Stream<? extends RowValue> fields) {
    List<KnownFigure> known = new ArrayList<>();
    List<AnsweringVintage> vintages = new ArrayList<>();
    fields.forEach(field -> {
      if (field instanceof KnownFigure one) {
        known.add(one);
        one.vintages(vintages::add);
      }
    });
    status(
        row, vintages, Status.ESTIMATED, FindingCode.APPROXIMATE, "Estimated by who published it");
    status(
        row,
        vintages,
        Status.PROVISIONAL,
        FindingCode.PROVISIONAL,
        "Provisional, says who published it");
    vintages.forEach(current -> restated(row, current));
    vintages.forEach(current -> sourcesDiffer(row, current));
    known.forEach(figure -> sameRegion(row, subject, figure));
    known.forEach(figure -> openBounds(row, figure));
    known.forEach(figure ->
        figure.conversions(conversion ->
            conversion.rate().notes().forEach(note -> add(code(note), row, note.message()))));
    List<String> unknown = subject.algebra().overlaps().overlapsUnknown(subject.region());
    if (!unknown.isEmpty()) {
      add(
          FindingCode.OVERLAP_UNKNOWN,
          row,
          "It isn't known which countries %s holds, and so whether the regions of %s overlap."
              .formatted(String.join(" and ", unknown), subject.asked()));
    }
  }

  private static FindingCode code(ExchangeRate.Note note) {
    return switch (note.kind()) {
      case PROVISIONAL -> FindingCode.RATES_PROVISIONAL;
      case FIXING_BEFORE -> FindingCode.FIXING_BEFORE;
    };
  }

  private void openBounds(int row, KnownFigure figure) {
    if (figure.figure().bounds().isEmpty()) {
      add(
          FindingCode.BOUNDS_OPEN,
          row,
          "No bounds can be given where what is divided by may be zero, by its rounding.");
    }
  }

  private void status(
      int row, List<AnsweringVintage> vintages, Status status, FindingCode code, String what) {
    Set<String> which = new LinkedHashSet<>();
    for (AnsweringVintage current : vintages) {
      if (current.vintage().observation().status() == status) {
        which.add(name(current.vintage().cell()));
      }
    }
    if (!which.isEmpty()) {
      add(code, row, "%s: %s.".formatted(what, String.join("; ", which)));
    }
  }

  private static String name(Cell cell) {
    return "%s of %s in %s"
        .formatted(cell.quarter().metric(), cell.region(), cell.quarter().period());
  }

  private void restated(int row, AnsweringVintage current) {
    current
        .restated()
        .ifPresent(before ->
            add(
                FindingCode.RESTATED,
                row,
                "%s: restated on %s as %s, before that %s."
                    .formatted(
                        name(before.cell()),
                        current.vintage().source().published(),
                        value(current.vintage()),
                        value(before))));
  }

  private void sourcesDiffer(int row, AnsweringVintage current) {
    List<Vintage> others = current.contradicting();
    if (!others.isEmpty()) {
      add(
          FindingCode.SOURCES_DIFFER,
          row,
          "%s: %s by %s, but %s; that is more than rounding explains."
              .formatted(
                  name(current.vintage().cell()),
                  value(current.vintage()),
                  current.vintage().source().publisher(),
                  others.stream()
                      .map(other -> "%s by %s".formatted(value(other), other.source().publisher()))
                      .collect(Collectors.joining(", "))));
    }
  }

  private static String value(Vintage vintage) {
    return FigureText.amount(AnsweringVintage.figure(vintage, true));
  }

  /**
   * Says where a figure is that of another region, the same by definition, or is computed in
   * another way than was asked.
   */
  private void sameRegion(int row, Subject subject, KnownFigure known) {
    if (known.published().isPresent()) {
      String region = known.published().get().vintage().cell().region();
      if (!subject.region().single().map(region::equals).orElse(false)) {
        add(
            FindingCode.PUBLISHED_AS,
            row,
            "%s is published as %s (%s): that figure is used."
                .formatted(
                    subject.asked(),
                    region,
                    subject.vocabulary().region(region).map(Region::name).orElse(region)));
      }
    } else if (known.figure().origin() == Origin.DERIVED && known.from().isEmpty()) {
      List<String> parts =
          known.operands().stream()
              .filter(operand -> operand.metric().equals(subject.metric().id()))
              .map(KnownFigure.Operand::region)
              .distinct()
              .filter(part -> !part.equals(subject.asked()))
              .toList();
      if (!parts.isEmpty() && !parts.equals(List.copyOf(subject.region().terms().keySet()))) {
        add(
            FindingCode.COMPUTED_FROM,
            row,
            "%s is computed from %s, by the regions' definitions."
                .formatted(subject.asked(), String.join(", ", parts)));
      }
    }
  }

  /**
   * Says that a growth contains the change of the exchange rate, where it does.
   *
   * @param unit the unit that the growth is asked for in
   */
  void exchangeRate(int row, LevelGrowth grown, Unit unit) {
    grown
        .reportingCurrency()
        .ifPresent(own ->
            add(
                FindingCode.EXCHANGE_RATE_IN_GROWTH,
                row,
                "Growth in %s has the change of the exchange rate in it, growth in %s hasn't; but that one is growth without the exchange rate's part only where the region earns in %s."
                    .formatted(unit.currency(), own, own)));
  }

  /** Says that a published growth is not that of the levels, where it isn't. */
  void disagreement(int row, LevelGrowth grown) {
    grown
        .disagreement()
        .ifPresent(both ->
            add(
                FindingCode.GROWTH_DISAGREES,
                row,
                "The published growth%s is %s, but the levels give %s (%s)."
                    .formatted(
                        both.published().conversion().isPresent() ? ", converted," : "",
                        FigureText.amount(both.published().figure()),
                        FigureText.amount(both.computed().figure()),
                        FigureText.bounds(both.computed().figure()))));
  }

  /** Says where quarters aren't comparable, since the definition changed between them. */
  void breaks(int row, Subject subject, YearQuarter base, YearQuarter period) {
    YearQuarter from = base.isBefore(period) ? base : period;
    YearQuarter to = base.isBefore(period) ? period : base;
    Map<String, Coverage> coverage =
        subject.vocabulary().company().coverage().getOrDefault(subject.metric().id(), Map.of());
    for (String region : subject.region().terms().keySet()) {
      Coverage covered = coverage.get(region);
      if (covered != null) {
        for (YearQuarter quarter : covered.breaks()) {
          if (quarter.isAfter(from) && !quarter.isAfter(to)) {
            add(
                FindingCode.DEFINITION_CHANGED,
                row,
                "What %s of %s counts changed in %s (status B): the quarters before aren't comparable."
                    .formatted(subject.metric().id(), region, quarter));
          }
        }
      }
    }
  }
}
