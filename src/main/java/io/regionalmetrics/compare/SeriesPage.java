package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.AnsweringVintage;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.NextPage;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.SeriesPosition;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.model.Cell;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Vintage;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.wording.FirstFew;
import io.regionalmetrics.wording.SeriesSentence;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** One page of a series, and where the next page begins. */
final class SeriesPage {
  /** The most rows of a page. */
  private static final int MOST_ROWS = 500;

  private final SeriesSelection series;
  private final YearQuarter first;
  private final YearQuarter last;
  private final Quarters quarters;
  private final Levels levels;
  private final NavigableSet<YearQuarter> candidates;
  private final IdentityHashMap<Subject, RegionSeries> lines = new IdentityHashMap<>();
  private final IdentityHashMap<RegionSeries, RegionSeries> wholes = new IdentityHashMap<>();
  private final FindingCollector findings = new FindingCollector();

  SeriesPage(SeriesSelection series, YearQuarter first, YearQuarter last, Quarters quarters) {
    this.series = series;
    this.first = first;
    this.last = last;
    this.quarters = quarters;
    this.levels = new Levels(quarters);
    this.candidates = candidates();
  }

  /**
   * The quarters in which there may be a level: those in which anything was published, and those of
   * which such a one's growth tells.
   */
  private NavigableSet<YearQuarter> candidates() {
    NavigableSet<YearQuarter> all = new TreeSet<>();
    for (YearQuarter found : quarters.periods()) {
      all.add(found);
      for (Measure measure : List.of(Measure.YOY, Measure.QOQ)) {
        all.add(found.minusQuarters(measure.quarters()));
        all.add(found.plusQuarters(measure.quarters()));
      }
    }
    return all.subSet(first, true, last, true);
  }

  /** The rows of this page, with the question of the whole series. */
  Answer answer() {
    List<SeriesPosition> positions = positions();
    List<AnswerRow> rows = new ArrayList<>();
    long from = begin();
    for (int i = 0; i < positions.size(); i++) {
      rows.add(row(line(subject(from + i)), positions.get(i).period(), rows.size()));
    }
    Answer answer = Answer.of("series", question(), rows, findings.list(), sentence());
    return next().map(answer::withNextPage).orElse(answer);
  }

  /** Where the next page begins; empty for the last page. */
  Optional<NextPage> next() {
    long next = begin() + positions().size();
    return next < total()
        ? Optional.of(new NextPage(first, last, position(next)))
        : Optional.empty();
  }

  private long perSubject() {
    return first.until(last, IsoFields.QUARTER_YEARS) + 1;
  }

  private long total() {
    return series.subjects().size() * perSubject();
  }

  private Subject subject(long row) {
    return series.subjects().get((int) (row / perSubject()));
  }

  private SeriesPosition position(long row) {
    Subject subject = subject(row);
    return new SeriesPosition(
        subject.company(), subject.asked(), first.plusQuarters(row % perSubject()));
  }

  private List<SeriesPosition> positions() {
    long from = begin();
    return LongStream.range(from, Math.min(total(), from + MOST_ROWS))
        .mapToObj(this::position)
        .toList();
  }

  private long begin() {
    if (series.from().isEmpty()) {
      return 0;
    }
    SeriesPosition from = series.from().get();
    long quarter = first.until(from.period(), IsoFields.QUARTER_YEARS);
    for (int i = 0; i < series.subjects().size(); i++) {
      Subject subject = series.subjects().get(i);
      if (subject.company().equals(from.company())
          && subject.asked().equals(from.region())
          && quarter >= 0
          && quarter < perSubject()) {
        return i * perSubject() + quarter;
      }
    }
    throw Refusal.of(
        Reason.MALFORMED,
        "next",
        "names a row that this series doesn't have; ask again from its beginning, without next");
  }

  private RegionSeries line(Subject subject) {
    return lines.computeIfAbsent(
        subject,
        one ->
            new RegionSeries(
                levels,
                one,
                candidates,
                levels.unit(one, candidates.descendingSet().toArray(YearQuarter[]::new))));
  }

  private RegionSeries whole(RegionSeries line) {
    return wholes.computeIfAbsent(
        line,
        part -> {
          Subject whole = series.wholes().get(part.subject().company());
          if (whole == null) {
            throw new IllegalStateException("no whole of " + part.subject().company());
          }
          return part.of(whole);
        });
  }

  private AnswerRow row(RegionSeries line, YearQuarter period, int number) {
    Map<RowField, RowValue> fields = new LinkedHashMap<>();
    fields.put(RowField.VALUE, withHistory(line.level(period)));
    for (Transform transform : series.transforms()) {
      field(transform, line, period).ifPresent(field -> fields.put(transform.field(), field));
      inReportingCurrency(transform, line, period)
          .ifPresent(field -> fields.put(transform.field().inReportingCurrency(), field));
    }
    findings.implied(number, line.level(period), period, FindingCode.VALUE_IMPLIED);
    findings.about(number, line.subject(), fields.values().stream());
    find(line, period, number);
    return AnswerRow.of(line.subject(), period, fields);
  }

  private Optional<RowValue> field(Transform transform, RegionSeries line, YearQuarter period) {
    return switch (transform) {
      case LEVEL -> Optional.empty();
      case YOY -> Optional.of(line.growth(period, Measure.YOY));
      case QOQ -> Optional.of(line.growth(period, Measure.QOQ));
      case SHARE -> Optional.of(line.share(period, whole(line)));
      case INDEX -> Optional.of(line.index(period));
      case TTM -> Optional.of(line.ttm(period));
    };
  }

  private static Optional<RowValue> inReportingCurrency(
      Transform transform, RegionSeries line, YearQuarter period) {
    return switch (transform) {
      case YOY -> line.growthInReportingCurrency(period, Measure.YOY);
      case QOQ -> line.growthInReportingCurrency(period, Measure.QOQ);
      case LEVEL, SHARE, INDEX, TTM -> Optional.empty();
    };
  }

  private RowValue withHistory(RowValue level) {
    return series.history() && level instanceof KnownFigure known && known.vintage().isPresent()
        ? known.withHistory(quarters.visible(known.vintage().get().cell()))
        : level;
  }

  /** Says what the reader must know of the quarters and the whole that a row is held against. */
  private void find(RegionSeries line, YearQuarter period, int number) {
    Subject subject = line.subject();
    if (period.isAfter(first)) {
      findings.breaks(number, subject, period.minusQuarters(1), period);
    }
    for (Transform transform : series.transforms()) {
      switch (transform) {
        case LEVEL -> {}
        case YOY -> grown(line, period, Measure.YOY, number);
        case QOQ -> grown(line, period, Measure.QOQ, number);
        case INDEX -> {
          line.indexBase().ifPresent(base -> findings.breaks(number, subject, base, period));
          line.sinceIndexBase(period)
              .ifPresent(grown -> findings.exchangeRate(number, grown, line.unit()));
        }
        case TTM -> findings.breaks(number, subject, period.minusQuarters(3), period);
        case SHARE -> {
          Subject whole = whole(line).subject();
          findings.about(number, whole, Stream.of(whole(line).level(period)));
          OverlapFindings.addUnlessHoldingKnown(new PartOfWhole(subject, whole), number, findings);
        }
      }
    }
  }

  private void grown(RegionSeries line, YearQuarter period, Measure measure, int number) {
    LevelGrowth grown = line.grown(period, measure);
    YearQuarter base = period.minusQuarters(measure.quarters());
    findings.disagreement(number, grown);
    findings.exchangeRate(number, grown, line.unit());
    if (grown.published().isEmpty()) {
      findings.implied(number, grown.base(), base, FindingCode.BASE_IMPLIED);
    }
    findings.breaks(number, line.subject(), base, period);
  }

  private Map<String, List<String>> question() {
    List<Subject> subjects = series.subjects();
    Map<String, List<String>> question = new LinkedHashMap<>();
    question.put("company", QuestionParameters.distinct(subjects, Subject::company));
    question.put("metric", QuestionParameters.distinct(subjects, subject -> subject.metric().id()));
    question.put("region", QuestionParameters.distinct(subjects, Subject::asked));
    question.put("transform", QuestionParameters.distinct(series.transforms(), Transform::code));
    if (!series.wholes().isEmpty()) {
      question.put(
          "whole",
          QuestionParameters.distinct(List.copyOf(series.wholes().values()), Subject::asked));
    }
    question.put("startPeriod", List.of(first.toString()));
    question.put("endPeriod", List.of(last.toString()));
    if (series.history()) {
      question.put("includeHistory", List.of("true"));
    }
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }

  private String sentence() {
    List<Subject> subjects = series.subjects();
    return FirstFew.sentences(subjects.size(), i -> sentence(line(subjects.get(i))));
  }

  private String sentence(RegionSeries line) {
    Optional<YearQuarter> from = line.firstKnown(candidates);
    Optional<YearQuarter> to = line.firstKnown(candidates.descendingSet());
    if (from.isEmpty() || to.isEmpty()) {
      return SeriesSentence.ofNothing(line.subject(), first, last, line.level(last));
    }
    KnownFigure start = (KnownFigure) line.level(from.get());
    KnownFigure end = (KnownFigure) line.level(to.get());
    return new SeriesSentence(line.subject(), from.get(), start, to.get(), end).text();
  }

  /**
   * What was published of the regions and quarters of this page, levels and growths, in any unit:
   * all words where history is asked, repetitions too, so that who takes them in knows as much;
   * else the vintages that hold. What is computed isn't among it.
   */
  List<Vintage> published() {
    Set<Vintage> published = new LinkedHashSet<>();
    long row = begin();
    for (SeriesPosition position : positions()) {
      Subject subject = subject(row++);
      YearQuarter period = position.period();
      for (String region : subject.equivalents()) {
        quarters
            .cells(subject.key(period), region)
            .forEach(cell -> published.addAll(vintages(cell)));
      }
    }
    return List.copyOf(published);
  }

  private List<Vintage> vintages(Cell cell) {
    return series.history()
        ? quarters.words(cell)
        : quarters.current(cell).map(AnsweringVintage::vintage).stream().toList();
  }
}
