package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.compare.Check;
import io.regionalmetrics.compare.Comparison;
import io.regionalmetrics.compare.Contribution;
import io.regionalmetrics.compare.Drivers;
import io.regionalmetrics.compare.Growth;
import io.regionalmetrics.compare.Regions;
import io.regionalmetrics.compare.Revisions;
import io.regionalmetrics.compare.Series;
import io.regionalmetrics.compare.Share;
import io.regionalmetrics.compare.Transform;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.TermUnits;
import io.regionalmetrics.question.ParsedQuestion.CheckQuestion;
import io.regionalmetrics.question.ParsedQuestion.ContributionQuestion;
import io.regionalmetrics.question.ParsedQuestion.DriversQuestion;
import io.regionalmetrics.question.ParsedQuestion.GrowthQuestion;
import io.regionalmetrics.question.ParsedQuestion.RegionsQuestion;
import io.regionalmetrics.question.ParsedQuestion.RevisionsQuestion;
import io.regionalmetrics.question.ParsedQuestion.SeriesQuestion;
import io.regionalmetrics.question.ParsedQuestion.ShareQuestion;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The second step of a question: looks its codes up in the definitions, and finds the quarter that
 * {@code latest} means.
 */
final class QuestionResolver {
  private static final int MOST_ROWS = 2_000;

  private final Conditions conditions;
  private final DefinitionLookup definitions;
  private final SubjectResolver subjects;
  private final PartResolver parts;
  private final PeriodResolver periods;

  private QuestionResolver(
      Conditions conditions, DefinitionLookup definitions, PeriodResolver periods) {
    this.conditions = conditions;
    this.definitions = definitions;
    this.periods = periods;
    this.subjects = new SubjectResolver(definitions);
    this.parts = new PartResolver(definitions, subjects);
  }

  /**
   * Resolves a question.
   *
   * @throws Refusal if a code is unknown, or the question makes no sense
   * @throws io.regionalmetrics.store.Unavailable if the table can't be read in time
   */
  static ResolvedQuestion resolve(ParsedQuestion question, Store store, Deadline deadline) {
    Conditions conditions = question.conditions();
    DefinitionLookup definitions = DefinitionLookup.of(question, store, deadline);
    StoredQuarters stored = new StoredQuarters(store, deadline);
    PeriodResolver periods = new PeriodResolver(store, stored, deadline, conditions.asOf());
    QuestionResolver resolver = new QuestionResolver(conditions, definitions, periods);
    return switch (question) {
      case GrowthQuestion growth -> resolver.growth(growth);
      case RegionsQuestion regions -> resolver.regions(regions);
      case ShareQuestion share -> resolver.share(share);
      case ContributionQuestion contribution -> resolver.contribution(contribution);
      case DriversQuestion drivers -> resolver.drivers(drivers);
      case RevisionsQuestion revisions -> resolver.revisions(revisions);
      case CheckQuestion check -> resolver.check(check);
      case SeriesQuestion series -> resolver.series(series);
    };
  }

  private ResolvedQuestion growth(GrowthQuestion question) {
    List<Subject> rows = rows(question);
    PeriodResolver.Resolved period = periods.resolve(question.period(), rows);
    YearQuarter base = question.base().before(period.quarter());
    return resolved(new Growth(rows, period.quarter(), base), rows, period.newer());
  }

  private ResolvedQuestion regions(RegionsQuestion question) {
    List<Subject> rows = rows(question);
    Subject against =
        question
            .against()
            .map(text -> subjects.against(text, rows, question.selection().companies()))
            .orElseGet(rows::getFirst);
    List<Subject> all = Stream.concat(rows.stream(), Stream.of(against)).toList();
    PeriodResolver.Resolved period = periods.resolve(question.period(), all);
    return resolved(new Regions(rows, period.quarter(), against), all, period.newer());
  }

  private ResolvedQuestion share(ShareQuestion question) {
    List<PartOfWhole> rows = parts(question, question.whole());
    List<Subject> all = subjectsAndWholes(rows);
    PeriodResolver.Resolved period = periods.resolve(question.period(), all);
    Optional<YearQuarter> base = question.base().map(one -> one.before(period.quarter()));
    return resolved(
        new Share(rows, period.quarter(), base, question.selection().everyRegion()),
        all,
        period.newer());
  }

  private ResolvedQuestion contribution(ContributionQuestion question) {
    List<PartOfWhole> rows = parts(question, question.whole());
    List<Subject> all = subjectsAndWholes(rows);
    PeriodResolver.Resolved period = periods.resolve(question.period(), all);
    YearQuarter base = question.base().before(period.quarter());
    return resolved(
        new Contribution(rows, period.quarter(), base, question.selection().everyRegion()),
        all,
        period.newer());
  }

  private static List<Subject> subjectsAndWholes(List<PartOfWhole> parts) {
    return parts.stream().flatMap(part -> Stream.of(part.subject(), part.whole())).toList();
  }

  private ResolvedQuestion drivers(DriversQuestion question) {
    List<Subject> rows = rows(question);
    rows.forEach(QuestionResolver::refuseUndivided);
    PeriodResolver.Resolved period = periods.resolve(question.period(), rows);
    YearQuarter base = question.base().before(period.quarter());
    Stream<Subject> numerators = rows.stream().flatMap(row -> row.numerator().stream());
    Stream<Subject> denominators = rows.stream().flatMap(row -> row.denominator().stream());
    return resolved(
        new Drivers(rows, period.quarter(), base),
        metrics(numerators),
        metrics(denominators),
        period.newer(),
        Optional.empty());
  }

  private static void refuseUndivided(Subject subject) {
    if (subject.metric().kind() != MetricKind.RATIO) {
      throw MetricRefusal.ofNoRatio(subject);
    }
    if (subject.numerator().isEmpty() || subject.denominator().isEmpty()) {
      throw MetricRefusal.ofUndividedRatio(subject.metric());
    }
    Optional<TermUnits> units = TermUnits.of(subject.metric(), subject.vocabulary());
    if (units.filter(terms -> !terms.fit(subject.metric())).isPresent()) {
      throw MetricRefusal.ofUnfitUnit(subject.metric(), units.get());
    }
  }

  private ResolvedQuestion revisions(RevisionsQuestion question) {
    List<Subject> rows = rows(question);
    PeriodResolver.Resolved period = periods.resolve(question.period(), rows);
    return resolved(
        new Revisions(rows, period.quarter(), question.from(), question.to()),
        rows,
        period.newer());
  }

  private ResolvedQuestion check(CheckQuestion question) {
    List<Subject> all = refuseTooMany(subjects.selected(question.selection()));
    Optional<PeriodResolver.Resolved> period =
        question.period().map(one -> periods.resolve(one, all));
    Optional<YearQuarter> quarter = period.map(PeriodResolver.Resolved::quarter);
    Check check =
        new Check(
            CheckedCells.of(all, quarter, periods.stored()),
            CheckedCells.parameters(question.selection(), quarter));
    return withoutEmptyQuarters(
        resolved(check, all, period.map(PeriodResolver.Resolved::newer).orElse("")));
  }

  /** Quarters without figures count towards the limit only if there is no need to look. */
  private ResolvedQuestion withoutEmptyQuarters(ResolvedQuestion question) {
    Set<QuarterKey> quarters = question.comparison().requirements().quarters();
    return quarters.size() <= ReadPlan.MOST_ITEMS
        ? question
        : question.without(periods.stored().empty(quarters));
  }

  private ResolvedQuestion series(SeriesQuestion question) {
    List<Subject> rows = subjects.subjects(question.selection());
    rows.forEach(row -> refuseUnsuited(row, question.transforms()));
    Map<String, Subject> wholes =
        question.whole().map(region -> parts.wholes(region, rows)).orElse(Map.of());
    Series series =
        new Series(
            rows,
            wholes,
            question.transforms(),
            question.range().start(),
            question.range().end(),
            question.range().newest(),
            question.history(),
            question.paging().requested().map(PageToken::from));
    return resolved(series, metrics(rows.stream()), List.of(), "", Optional.of(question.paging()));
  }

  private static void refuseUnsuited(Subject subject, List<Transform> transforms) {
    for (Transform transform : transforms) {
      transform
          .objection(subject)
          .ifPresent(why -> {
            throw Refusal.of(
                Reason.SENSELESS, "transform", "%s: %s".formatted(transform.code(), why));
          });
    }
  }

  private List<Subject> rows(ParsedQuestion question) {
    return refuseTooMany(subjects.subjects(question.selection()));
  }

  private List<PartOfWhole> parts(ParsedQuestion question, String whole) {
    return refuseTooMany(parts.parts(question.selection(), whole));
  }

  private static <T> List<T> refuseTooMany(List<T> rows) {
    if (rows.size() > MOST_ROWS) {
      throw Refusal.of(
          Reason.SENSELESS,
          "region",
          "the question has %s rows, more than the limit of %s; ask for fewer regions or companies at a time"
              .formatted(rows.size(), MOST_ROWS));
    }
    return rows;
  }

  private static List<Metric> metrics(Stream<Subject> subjects) {
    return subjects.flatMap(QuestionResolver::convertible).distinct().toList();
  }

  /** The metric, and its terms if it is a ratio of money to money: they may need converting. */
  private static Stream<Metric> convertible(Subject subject) {
    List<Metric> terms =
        Stream.of(subject.numerator(), subject.denominator())
            .flatMap(Optional::stream)
            .map(Subject::metric)
            .toList();
    boolean bothMoney = terms.size() == 2 && terms.stream().allMatch(Exchange::converts);
    return bothMoney
        ? Stream.concat(Stream.of(subject.metric()), terms.stream())
        : Stream.of(subject.metric());
  }

  private ResolvedQuestion resolved(Comparison comparison, List<Subject> subjects, String newer) {
    return resolved(comparison, metrics(subjects.stream()), List.of(), newer, Optional.empty());
  }

  /**
   * The resolved question.
   *
   * @param metrics at least one must be money if a currency is requested
   * @param others further metrics, converted if they are money
   */
  private ResolvedQuestion resolved(
      Comparison comparison,
      List<Metric> metrics,
      List<Metric> others,
      String newer,
      Optional<SeriesPaging> paging) {
    conditions.currency().refuseUnlessMoney(metrics);
    return new ResolvedQuestion(
        comparison,
        conditions,
        Stream.concat(metrics.stream(), others.stream()).distinct().toList(),
        definitions.vocabularies(),
        definitions.readAhead(),
        Set.of(),
        newer,
        paging);
  }
}
