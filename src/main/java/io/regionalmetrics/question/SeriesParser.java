package io.regionalmetrics.question;

import io.regionalmetrics.compare.Transform;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.question.ParsedQuestion.SeriesQuestion;
import io.regionalmetrics.question.ParsedQuestion.SeriesRange;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.threeten.extra.YearQuarter;

/** Parses the query of a series. */
final class SeriesParser {
  private static final int MOST_OBSERVATIONS = 400;
  private static final Pattern UP_TO_THREE_DIGITS = Pattern.compile("[0-9]{1,3}");

  private final QueryParameters query;

  SeriesParser(QueryParameters query) {
    this.query = query;
  }

  /**
   * Parses the question.
   *
   * @param asOf the day in the query, or today
   */
  SeriesQuestion parse(LocalDate today, LocalDate asOf) {
    SeriesPaging paging = SeriesPaging.of(query, asOf);
    LocalDate day = paging.asOf();
    Conditions conditions =
        new Conditions(today, day, day, RequestedCurrency.parse(query, today, day));
    Selection selection = Selection.required(query);
    List<Transform> transforms = transforms();
    return new SeriesQuestion(
        selection,
        conditions,
        transforms,
        whole(transforms),
        range(paging.requested()),
        query.truth("includeHistory", false),
        paging);
  }

  private List<Transform> transforms() {
    return query.list("transform").orElse(List.of(Transform.LEVEL.code())).stream()
        .map(SeriesParser::transform)
        .toList();
  }

  private static Transform transform(String code) {
    return Transform.of(code)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED,
                "transform",
                "'%s' is not one of %s%s"
                    .formatted(
                        code,
                        String.join(", ", Transform.codes()),
                        Codes.suggestion(code, Transform.codes()))));
  }

  private Optional<String> whole(List<Transform> transforms) {
    Optional<String> whole = query.text("whole");
    if (transforms.contains(Transform.SHARE)) {
      return whole.or(() -> Optional.of(Region.WORLD));
    }
    if (whole.isPresent()) {
      throw Refusal.of(
          Reason.SENSELESS,
          "whole",
          "applies only to transform=share; add that, or leave whole out");
    }
    return whole;
  }

  /** The range in the query, or the one that the first page fixed. */
  private SeriesRange range(Optional<PageToken> page) {
    Optional<YearQuarter> start = quarter("startPeriod");
    Optional<YearQuarter> end = quarter("endPeriod");
    if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
      throw Refusal.of(
          Reason.SENSELESS,
          "startPeriod",
          "%s is after the endPeriod %s".formatted(start.get(), end.get()));
    }
    return new SeriesRange(
        page.map(PageToken::first).or(() -> start),
        page.map(PageToken::last).or(() -> end),
        lastNObservations());
  }

  private Optional<YearQuarter> quarter(String name) {
    return query.text(name).map(text -> quarter(name, text));
  }

  private static YearQuarter quarter(String name, String text) {
    return Periods.quarter(text)
        .orElseThrow(() ->
            Refusal.of(
                Reason.MALFORMED, name, "'%s' is not a quarter like 2017-Q4".formatted(text)));
  }

  private OptionalInt lastNObservations() {
    Optional<String> text = query.text("lastNObservations");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    int number =
        UP_TO_THREE_DIGITS.matcher(text.get()).matches() ? Integer.parseInt(text.get()) : 0;
    if (number < 1 || number > MOST_OBSERVATIONS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "lastNObservations",
          "'%s' is not a number from 1 to %s".formatted(text.get(), MOST_OBSERVATIONS));
    }
    return OptionalInt.of(number);
  }
}
