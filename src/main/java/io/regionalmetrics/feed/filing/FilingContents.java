package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * What a filing says, ready to be taken in.
 *
 * @param documents for {@code ingest}, each of one source, to be taken one after the other: the
 *     filing's own, and those of later filings with which this one makes a quarter follow
 * @param observations how many rows they have in all
 * @param leftOut how many facts of the wanted concepts became no figure, by the reason
 * @param notes what somebody should look at
 * @param history what is to be remembered for the filings to come, once the documents are taken
 */
public record FilingContents(
    List<byte[]> documents,
    int observations,
    Map<LeftOut, Integer> leftOut,
    List<FilingNote> notes,
    History history) {

  private static final int MOST_NAME = 200;

  /**
   * Days by which a quarter's end may move, by a 53rd week and weekends, and still be the same one.
   */
  private static final int MOST_DRIFT = 15;

  /**
   * Reads what an instance says. Filings are best read {@linkplain Filing#OLDEST_FIRST oldest
   * first}: in another order every figure is found too, but one that was derived before a
   * restatement arrived stays.
   *
   * @param company who filed, as it is to be known
   * @param vocabulary the words that hold for it
   * @param wanted what is read
   * @param filing which filing
   * @param url of the instance
   * @param instance its contents
   * @param before what was said by filings that were read before
   */
  public static FilingContents of(
      Company company,
      Vocabulary vocabulary,
      WantedMetrics wanted,
      Filing filing,
      String url,
      Instance instance,
      History before) {
    return new Reader(company, vocabulary, filing, url, instance, before.copy()).read(wanted);
  }

  /** A reading in progress. */
  private static final class Reader {
    private final Company company;
    private final Vocabulary vocabulary;
    private final Filing filing;
    private final Instance instance;
    private final History history;
    private final Source source;
    private final Report report = new Report();
    private final Figures figures;
    private final Map<String, List<FilingDocument.Row>> rows = new LinkedHashMap<>();

    Reader(
        Company company,
        Vocabulary vocabulary,
        Filing filing,
        String url,
        Instance instance,
        History history) {
      this.company = company;
      this.vocabulary = vocabulary;
      this.filing = filing;
      this.instance = instance;
      this.history = history;
      this.source = source(url);
      this.figures = new Figures(vocabulary, report);
    }

    /** All of it from the filing itself, so that reading it again makes the same source. */
    private Source source(String url) {
      String publisher = instance.registrant().orElse(company.name());
      String day = filing.reported().or(instance::periodEnd).map(LocalDate::toString).orElse("");
      return new Source(
          filing.sourceId(),
          "%s %s %s".formatted(bounded(CompanyNames.plain(publisher)), filing.form(), day).strip(),
          bounded(publisher),
          Optional.of(url),
          filing.filed(),
          SourceKind.FILING);
    }

    private static String bounded(String name) {
      return name.substring(0, Math.min(name.length(), MOST_NAME));
    }

    FilingContents read(WantedMetrics wanted) {
      history.add(source);
      List<ReportedFact> read = figures.of(instance, wanted, filing.cik());
      Map<FactSeries, Map<YearQuarter, ReportedFact>> quarters = new LinkedHashMap<>();
      for (ReportedFact figure : read) {
        figure
            .span()
            .ifPresentOrElse(span -> flow(figure, span, quarters), () -> stock(figure, quarters));
      }
      quarters
          .values()
          .forEach(byQuarter -> byQuarter.forEach((quarter, figure) -> stated(figure, quarter)));
      Map<FactSeries, Set<Span>> news = new LinkedHashMap<>();
      for (ReportedFact figure : read) {
        figure
            .span()
            .filter(span -> FiscalLength.of(span).isPresent())
            .ifPresent(span ->
                news.computeIfAbsent(figure.series(), same -> new LinkedHashSet<>()).add(span));
      }
      news.forEach(this::derive);
      return reading(read);
    }

    private void flow(
        ReportedFact figure, Span span, Map<FactSeries, Map<YearQuarter, ReportedFact>> quarters) {
      if (FiscalLength.of(span).isEmpty()) {
        report.leaveOut(LeftOut.OTHER_PERIOD);
      } else if (!FiscalLength.isQuarter(span)
          || put(figure, FiscalCalendar.quarterOf(span), quarters)) {
        history.add(figure.series(), span, figure.value(), figure.precision(), source.id());
      }
    }

    private void stock(
        ReportedFact figure, Map<FactSeries, Map<YearQuarter, ReportedFact>> quarters) {
      if (new FiscalCalendar(instance).isPeriodEnd(figure.end())) {
        put(figure, FiscalCalendar.quarterEnding(figure.end()), quarters);
      } else {
        report.leaveOut(LeftOut.OTHER_PERIOD);
      }
    }

    /** Puts a figure down for its quarter, unless that is another fiscal quarter's. */
    private boolean put(
        ReportedFact figure,
        YearQuarter quarter,
        Map<FactSeries, Map<YearQuarter, ReportedFact>> quarters) {
      Map<YearQuarter, ReportedFact> there =
          quarters.computeIfAbsent(figure.series(), same -> new LinkedHashMap<>());
      Stream<LocalDate> ends =
          Stream.concat(
              Stream.ofNullable(there.get(quarter)).map(ReportedFact::end),
              history.stated(figure.series()).stream()
                  .map(StatedSpan::span)
                  .filter(span ->
                      FiscalLength.isQuarter(span)
                          && FiscalCalendar.quarterOf(span).equals(quarter))
                  .map(Span::end));
      Optional<LocalDate> other =
          ends.filter(end ->
                  end.isAfter(figure.end().plusDays(MOST_DRIFT))
                      || end.isBefore(figure.end().minusDays(MOST_DRIFT)))
              .findFirst();
      if (other.isPresent()) {
        report.leaveOut(LeftOut.QUARTER_TAKEN);
        report.note(
            "quarter-taken",
            "%s of %s to %s would be %s, as that to %s is already"
                .formatted(
                    figure.series().metric(),
                    figure.series().region(),
                    figure.end(),
                    quarter,
                    other.get()));
        return false;
      }
      if (there.putIfAbsent(quarter, figure) != null) {
        report.leaveOut(LeftOut.QUARTER_TAKEN);
        return false;
      }
      return true;
    }

    private void stated(ReportedFact figure, YearQuarter quarter) {
      row(
          source.id(),
          figure.series(),
          quarter,
          figure.value(),
          figure.precision(),
          Optional.empty());
    }

    private void derive(FactSeries series, Set<Span> news) {
      boolean mayBeNegative =
          Objects.requireNonNull(figures.metrics().get(series.metric())).metric().mayBeNegative();
      for (Differences.Derived derived : new Differences(history).of(series, news)) {
        History.Said said = new History.Said(series, derived.quarter(), derived.source());
        if (history.wasSaid(said)) {
          continue;
        }
        if (derived.value().signum() < 0 && !mayBeNegative) {
          report.note(
              "difference-negative",
              "%s of %s in %s would be below zero: %s"
                  .formatted(
                      series.metric(),
                      series.region(),
                      FiscalCalendar.quarterOf(derived.quarter()),
                      derived.derivation()));
          continue;
        }
        history.say(said);
        Bounds bounds =
            mayBeNegative ? derived.bounds() : derived.bounds().atLeast(BigDecimal.ZERO);
        row(
            derived.source(),
            series,
            FiscalCalendar.quarterOf(derived.quarter()),
            derived.value(),
            Differences.precision(bounds),
            Optional.of(derived.derivation()));
      }
    }

    private void row(
        String of,
        FactSeries series,
        YearQuarter quarter,
        BigDecimal value,
        Precision precision,
        Optional<String> derivation) {
      rows.computeIfAbsent(of, same -> new ArrayList<>())
          .add(
              new FilingDocument.Row(
                  series.metric(),
                  series.region(),
                  quarter,
                  series.unit(),
                  value,
                  precision,
                  derivation));
    }

    private FilingContents reading(List<ReportedFact> read) {
      List<byte[]> documents = new ArrayList<>();
      List<Region> defined = regions();
      Optional<Region> world = world(read, defined);
      List<String> order = new ArrayList<>(rows.keySet());
      order.sort(history.oldestFirst());
      for (String of : order) {
        List<FilingDocument.Row> some = rows.getOrDefault(of, List.of());
        List<Region> needed =
            defined.stream()
                .filter(region ->
                    world.isPresent()
                        || some.stream().anyMatch(row -> row.region().equals(region.id())))
                .toList();
        documents.addAll(
            new FilingDocument(
                    history.source(of),
                    company,
                    metrics(some),
                    Stream.concat(needed.stream(), world.stream()).toList(),
                    some)
                .json());
      }
      return new FilingContents(
          documents,
          rows.values().stream().mapToInt(List::size).sum(),
          report.leftOut(),
          report.notes(),
          history);
    }

    private List<DefinedMetric> metrics(Collection<FilingDocument.Row> some) {
      return figures.metrics().values().stream()
          .filter(metric -> !metric.isKnown())
          .filter(
              metric -> some.stream().anyMatch(row -> row.metric().equals(metric.metric().id())))
          .toList();
    }

    private List<Region> regions() {
      return figures.places().values().stream()
          .map(place ->
              new Region(
                  place.id(),
                  bounded(place.name()),
                  List.of(),
                  List.of(),
                  place.residual().map(RegionExpression::parse),
                  source.published()))
          .toList();
    }

    /** The definition of the world by members, where the filing shows it and nothing objects. */
    private Optional<Region> world(List<ReportedFact> read, List<Region> defined) {
      Optional<Set<String>> members = new World(read, figures.metrics()).members();
      if (members.isEmpty()) {
        return Optional.empty();
      }
      Region world =
          new Region(
              Region.WORLD,
              "World",
              List.of(),
              List.copyOf(members.get()),
              Optional.empty(),
              source.published());
      Map<String, Integer> known =
          vocabulary.region(Region.WORLD).map(Region::parts).orElse(Map.of());
      if (!known.isEmpty() && !known.equals(world.parts())) {
        report.note(
            "world-differs",
            "the figures add up over %s, but the world is known as %s"
                .formatted(String.join("+", members.get()), new RegionExpression(known)));
        return Optional.empty();
      }
      return Optional.of(world)
          .filter(region -> known.isEmpty() && !holdsResidual(region, defined))
          .filter(region -> World.makesSense(region, defined, vocabulary));
    }

    /** A residual makes the partition by itself. */
    private boolean holdsResidual(Region world, List<Region> defined) {
      return Stream.concat(vocabulary.definedRegions().stream(), defined.stream())
          .anyMatch(
              region -> region.residual().isPresent() && world.members().contains(region.id()));
    }
  }
}
