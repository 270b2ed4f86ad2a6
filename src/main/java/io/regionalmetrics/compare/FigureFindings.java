package io.regionalmetrics.compare;

import io.regionalmetrics.answer.CurrentVintage;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.ExchangeRate;
import io.regionalmetrics.derive.WholeRestatement;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Observation;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings about the figures of one row: their status, restatements, sources, regions, bounds. */
final class FigureFindings {
  private final Subject subject;
  private final BiConsumer<FindingCode, String> findings;

  /**
   * Findings about a subject's figures.
   *
   * @param findings receives the code and the message of each
   */
  FigureFindings(Subject subject, BiConsumer<FindingCode, String> findings) {
    this.subject = subject;
    this.findings = findings;
  }

  /** Adds the findings about some figures; missing ones have none. */
  void add(Stream<? extends RowValue> values) {
    List<KnownFigure> figures = new ArrayList<>();
    List<CurrentVintage> vintages = new ArrayList<>();
    values.forEach(value -> {
      if (value instanceof KnownFigure known) {
        figures.add(known);
        known.forEachVintage(vintages::add);
      }
    });
    addAboutVintages(vintages);
    figures.forEach(this::otherRegion);
    figures.forEach(this::openBounds);
    figures.forEach(this::rates);
    overlapUnknown();
  }

  private void addAboutVintages(List<CurrentVintage> vintages) {
    status(vintages, Status.ESTIMATED, FindingCode.APPROXIMATE, "Estimated by its publisher");
    status(
        vintages,
        Status.PROVISIONAL,
        FindingCode.PROVISIONAL,
        "Marked provisional by its publisher");
    vintages.forEach(this::scaleSuspect);
    vintages.forEach(this::decimalsAssumed);
    vintages.forEach(this::restated);
    vintages.forEach(this::restatedApart);
    vintages.forEach(this::sourcesDiffer);
  }

  private void scaleSuspect(CurrentVintage answering) {
    if (answering.vintage().observation().isScaleSuspect()) {
      add(
          FindingCode.SCALE_SUSPECT,
          "%s is a thousand or a million times more or less than the sum of the regions and the figure of another period say. Its publisher probably mistook the scale."
              .formatted(name(answering.vintage().cell())));
    }
  }

  private void add(FindingCode code, String message) {
    findings.accept(code, message);
  }

  private void rates(KnownFigure figure) {
    figure.forEachConversion(
        conversion -> conversion.rate().notes().forEach(note -> add(code(note), note.message())));
  }

  private static FindingCode code(ExchangeRate.Note note) {
    return switch (note.kind()) {
      case PROVISIONAL -> FindingCode.RATES_PROVISIONAL;
      case PARTIAL -> FindingCode.RATES_PARTIAL;
      case FIXING_BEFORE -> FindingCode.FIXING_BEFORE;
    };
  }

  private void overlapUnknown() {
    List<String> unknown = subject.algebra().overlaps().overlapsUnknown(subject.region());
    if (!unknown.isEmpty()) {
      add(
          FindingCode.OVERLAP_UNKNOWN,
          "It is not known which countries %s contains, so the regions of %s may overlap."
              .formatted(String.join(" and ", unknown), subject.requestedRegion()));
    }
  }

  private void openBounds(KnownFigure figure) {
    if (figure.figure().bounds().isEmpty()) {
      add(
          FindingCode.BOUNDS_OPEN,
          "No bounds can be given: the denominator may be zero within rounding.");
    }
  }

  private void status(List<CurrentVintage> vintages, Status status, FindingCode code, String what) {
    Set<String> which = new LinkedHashSet<>();
    for (CurrentVintage answering : vintages) {
      if (answering.vintage().observation().status() == status) {
        which.add(name(answering.vintage().cell()));
      }
    }
    if (!which.isEmpty()) {
      add(code, "%s: %s.".formatted(what, String.join("; ", which)));
    }
  }

  private static String name(Cell cell) {
    return "%s of %s in %s"
        .formatted(cell.quarter().metric(), cell.region(), cell.quarter().period());
  }

  private void decimalsAssumed(CurrentVintage answering) {
    Observation observation = answering.vintage().observation();
    if (observation.precision() instanceof Precision.AssumedDecimals(int decimals)) {
      add(
          FindingCode.DECIMALS_ASSUMED,
          "The source of %s gives no decimals; its digits suggest decimals %s (rounded to the nearest %s). To correct that, send its figures again with decimals: 0 or \"INF\" if they are exact."
              .formatted(
                  observation.cell().quarter().metric(),
                  decimals,
                  BigDecimal.ONE.scaleByPowerOfTen(-decimals).toPlainString()));
    }
  }

  private void restated(CurrentVintage answering) {
    answering
        .restated()
        .ifPresent(before ->
            add(
                FindingCode.RESTATED,
                "%s was restated on %s, from %s to %s."
                    .formatted(
                        name(before.cell()),
                        answering.vintage().source().published(),
                        value(before, answering.vintage()),
                        value(answering.vintage(), before))));
  }

  private void restatedApart(CurrentVintage compared) {
    compared
        .apart()
        .ifPresent(apart ->
            add(
                FindingCode.RESTATED_APART,
                "%s was restated to %s on %s by %s, without %s. The earlier value is compared: %s, as published on %s."
                    .formatted(
                        name(compared.vintage().cell()),
                        value(apart.newest(), compared.vintage()),
                        apart.newest().source().published(),
                        apart.newest().source().id(),
                        apart.without().stream()
                            .map(FigureFindings::nameWithMeasure)
                            .collect(Collectors.joining(", ")),
                        value(compared.vintage(), apart.newest()),
                        compared.vintage().source().published())));
  }

  /** Says that the whole of a figure was restated without the figure. */
  void wholeRestated(WholeRestatement restatement) {
    Vintage newest = restatement.whole().vintage();
    restatement
        .whole()
        .restated()
        .ifPresent(before ->
            add(
                FindingCode.RESTATED_APART,
                "%s was restated from %s to %s on %s, without %s. So the growth may be between figures that don't count the same."
                    .formatted(
                        name(newest.cell()),
                        value(before, newest),
                        value(newest, before),
                        newest.source().published(),
                        restatement.region().region())));
  }

  private static String nameWithMeasure(Cell cell) {
    return cell.measure() == Measure.LEVEL
        ? name(cell)
        : "the growth (%s) of %s".formatted(cell.measure().code(), name(cell));
  }

  private void sourcesDiffer(CurrentVintage answering) {
    List<Vintage> others = answering.contradicting();
    if (!others.isEmpty()) {
      add(
          FindingCode.SOURCES_DIFFER,
          "%s is %s according to %s, but %s. Rounding does not explain the difference."
              .formatted(
                  name(answering.vintage().cell()),
                  value(answering.vintage(), others.getFirst()),
                  answering.vintage().source().publisher(),
                  others.stream()
                      .map(vintage -> valueAndPublisher(vintage, answering.vintage()))
                      .collect(Collectors.joining(", "))));
    }
  }

  private String valueAndPublisher(Vintage vintage, Vintage current) {
    return "%s according to %s".formatted(value(vintage, current), vintage.source().publisher());
  }

  /** The value of a vintage, with enough digits to tell it from another. */
  private String value(Vintage vintage, Vintage other) {
    Figure figure = CurrentVintage.figure(vintage, true);
    int digits = FigureText.digitsToTellApart(figure, CurrentVintage.figure(other, true));
    return FigureText.number(figure, digits)
        + FigureText.counted(figure.unit(), metricName(vintage.cell()));
  }

  private String metricName(Cell cell) {
    String id = cell.quarter().metric();
    return subject.vocabulary().metric(id).map(Metric::name).orElse(id);
  }

  /** Says that a figure is another region's, or is computed from other regions than requested. */
  private void otherRegion(KnownFigure known) {
    if (known.published().isPresent()) {
      publishedAs(known.published().get().vintage().cell().region());
    } else if (known.figure().origin() == Origin.DERIVED && known.from().isEmpty()) {
      computedFrom(known);
    }
  }

  private void publishedAs(String region) {
    if (!subject.region().single().map(region::equals).orElse(false)) {
      add(
          FindingCode.PUBLISHED_AS,
          "%s is published as %s (%s); that figure is used."
              .formatted(
                  subject.requestedRegion(),
                  region,
                  subject.vocabulary().region(region).map(Region::name).orElse(region)));
    }
  }

  private void computedFrom(KnownFigure known) {
    List<String> parts =
        known.operands().stream()
            .filter(operand -> operand.metric().equals(subject.metric().id()))
            .map(KnownFigure.Operand::region)
            .distinct()
            .filter(part -> !part.equals(subject.requestedRegion()))
            .toList();
    if (!parts.isEmpty() && !parts.equals(List.copyOf(subject.region().terms().keySet()))) {
      add(
          FindingCode.COMPUTED_FROM,
          "%s is computed from %s, by the regions' definitions."
              .formatted(subject.requestedRegion(), String.join(", ", parts)));
    }
  }
}
