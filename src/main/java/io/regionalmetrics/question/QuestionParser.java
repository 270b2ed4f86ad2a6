package io.regionalmetrics.question;

import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.question.ParsedQuestion.CheckQuestion;
import io.regionalmetrics.question.ParsedQuestion.ContributionQuestion;
import io.regionalmetrics.question.ParsedQuestion.DriversQuestion;
import io.regionalmetrics.question.ParsedQuestion.GrowthQuestion;
import io.regionalmetrics.question.ParsedQuestion.RegionsQuestion;
import io.regionalmetrics.question.ParsedQuestion.RevisionsQuestion;
import io.regionalmetrics.question.ParsedQuestion.ShareQuestion;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The first step of a question: from query parameters to a well-formed question. It needs nothing
 * but the query, and refuses malformed parameters.
 */
final class QuestionParser {
  private final QueryParameters query;
  private final LocalDate today;

  private QuestionParser(QueryParameters query, LocalDate today) {
    this.query = query;
    this.today = today;
  }

  /**
   * Parses a question.
   *
   * @param today the current day, in UTC
   * @throws Refusal if a parameter is missing, malformed, or contradicts another one
   */
  static ParsedQuestion parse(QuestionKind kind, QueryParameters query, LocalDate today) {
    QuestionParser parser = new QuestionParser(query, today);
    return switch (kind) {
      case GROWTH -> parser.growth();
      case REGIONS -> parser.regions();
      case SHARE -> parser.share();
      case CONTRIBUTION -> parser.contribution();
      case DRIVERS -> parser.drivers();
      case REVISIONS -> parser.revisions();
      case CHECK -> parser.check();
      case SERIES -> new SeriesParser(query).parse(today, parser.asOf());
    };
  }

  private GrowthQuestion growth() {
    Conditions conditions = conditions();
    return new GrowthQuestion(Selection.required(query), conditions, period(), baseOrYearBefore());
  }

  private RegionsQuestion regions() {
    Conditions conditions = conditions();
    return new RegionsQuestion(
        Selection.required(query), conditions, period(), query.text("against"));
  }

  private ShareQuestion share() {
    Conditions conditions = conditions();
    return new ShareQuestion(Selection.required(query), conditions, period(), whole(), base());
  }

  private ContributionQuestion contribution() {
    Conditions conditions = conditions();
    return new ContributionQuestion(
        Selection.required(query), conditions, period(), whole(), baseOrYearBefore());
  }

  private DriversQuestion drivers() {
    Conditions conditions = conditions();
    return new DriversQuestion(Selection.required(query), conditions, period(), baseOrYearBefore());
  }

  private RevisionsQuestion revisions() {
    LocalDate asOf = asOf();
    Optional<LocalDate> from = day("from");
    LocalDate to = day("to").orElse(asOf);
    Conditions conditions = conditions(asOf, to);
    Selection selection = Selection.required(query);
    refuseUnordered(from, to, asOf);
    return new RevisionsQuestion(selection, conditions, period(), from, to);
  }

  private static void refuseUnordered(Optional<LocalDate> from, LocalDate to, LocalDate asOf) {
    if (from.isPresent() && from.get().isAfter(to)) {
      throw Refusal.of(
          Reason.SENSELESS,
          "from",
          "%s is after to=%s; give an earlier day".formatted(from.get(), to));
    }
    if (to.isAfter(asOf)) {
      throw Refusal.of(
          Reason.SENSELESS, "to", "%s is after asOf=%s; leave one of them out".formatted(to, asOf));
    }
  }

  private CheckQuestion check() {
    Conditions conditions = conditions();
    Selection selection = Selection.narrowing(query);
    Optional<RequestedPeriod> period = query.text("period").map(RequestedPeriod::parse);
    if (period.isPresent() && period.get() instanceof RequestedPeriod.Several several) {
      throw SeveralQuartersRefusal.ofCheck(several.text());
    }
    return new CheckQuestion(selection, conditions, period);
  }

  private Conditions conditions() {
    LocalDate asOf = asOf();
    return conditions(asOf, asOf);
  }

  private Conditions conditions(LocalDate asOf, LocalDate lastKnown) {
    return new Conditions(today, asOf, lastKnown, RequestedCurrency.parse(query, today, lastKnown));
  }

  private LocalDate asOf() {
    return day("asOf").orElse(today);
  }

  private Optional<LocalDate> day(String parameter) {
    Optional<LocalDate> day = query.text(parameter).map(text -> day(parameter, text));
    if (day.isPresent() && day.get().isAfter(today)) {
      throw Refusal.of(
          Reason.SENSELESS,
          parameter,
          "%s is in the future; today is %s, UTC".formatted(day.get(), today));
    }
    return day;
  }

  private static LocalDate day(String parameter, String text) {
    return Periods.day(text)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED, parameter, "'%s' is not a day like 2018-03-01".formatted(text)));
  }

  private RequestedPeriod period() {
    return RequestedPeriod.parse(query.required("period", "2017-Q4"));
  }

  private Optional<RequestedBase> base() {
    return query.text("base").map(RequestedBase::parse);
  }

  private RequestedBase baseOrYearBefore() {
    return base().orElseGet(() -> new RequestedBase.RelativeBase(Measure.YOY));
  }

  private String whole() {
    return query.text("whole").orElse(Region.WORLD);
  }
}
