package io.regionalmetrics.question;

import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.compare.Transform;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.refusal.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/** A question that is well formed, but whose codes have not been looked up yet. */
sealed interface ParsedQuestion {
  /** The companies, metrics and regions that it is about. */
  Selection selection();

  /** Its days and its currency. */
  Conditions conditions();

  /** The quarters that it names; empty if it names none. */
  List<YearQuarter> quarters();

  /**
   * Whether the answer depends on which quarters and regions have figures. If so, the definitions
   * are read from the table, not taken from the cache.
   */
  default boolean dependsOnCoverage() {
    return quarters().isEmpty() || selection().everyRegion();
  }

  /**
   * The figures that will probably be needed: each company's metric in the quarters that the
   * question names.
   */
  default List<QuarterKey> likelyReads() {
    String metric = selection().metric().orElse("");
    return Codes.isId(metric)
        ? selection().wellFormedCompanies().stream()
            .flatMap(company ->
                quarters().stream().map(quarter -> new QuarterKey(company, metric, quarter)))
            .toList()
        : List.of();
  }

  private static List<YearQuarter> quarters(RequestedPeriod period, Optional<RequestedBase> base) {
    return period.named().stream()
        .flatMap(quarter ->
            Stream.concat(Stream.of(quarter), base.map(one -> one.quarter(quarter)).stream()))
        .toList();
  }

  /** {@link QuestionKind#GROWTH}. */
  record GrowthQuestion(
      Selection selection, Conditions conditions, RequestedPeriod period, RequestedBase base)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return ParsedQuestion.quarters(period, Optional.of(base));
    }
  }

  /**
   * {@link QuestionKind#REGIONS}.
   *
   * @param against the region to compare with, such as {@code US} or {@code netflix:UCAN}; empty
   *     for the first region of the question
   */
  record RegionsQuestion(
      Selection selection, Conditions conditions, RequestedPeriod period, Optional<String> against)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return ParsedQuestion.quarters(period, Optional.empty());
    }
  }

  /** {@link QuestionKind#SHARE}; without a base, no change of the share is computed. */
  record ShareQuestion(
      Selection selection,
      Conditions conditions,
      RequestedPeriod period,
      String whole,
      Optional<RequestedBase> base)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return ParsedQuestion.quarters(period, base);
    }
  }

  /** {@link QuestionKind#CONTRIBUTION}. */
  record ContributionQuestion(
      Selection selection,
      Conditions conditions,
      RequestedPeriod period,
      String whole,
      RequestedBase base)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return ParsedQuestion.quarters(period, Optional.of(base));
    }
  }

  /** {@link QuestionKind#DRIVERS}. */
  record DriversQuestion(
      Selection selection, Conditions conditions, RequestedPeriod period, RequestedBase base)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return ParsedQuestion.quarters(period, Optional.of(base));
    }
  }

  /**
   * {@link QuestionKind#REVISIONS}.
   *
   * @param from the earlier day; empty for the day of the first vintage
   * @param to the later day
   */
  record RevisionsQuestion(
      Selection selection,
      Conditions conditions,
      RequestedPeriod period,
      Optional<LocalDate> from,
      LocalDate to)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return ParsedQuestion.quarters(period, Optional.empty());
    }
  }

  /** {@link QuestionKind#CHECK}; without a period, every quarter is checked. */
  record CheckQuestion(Selection selection, Conditions conditions, Optional<RequestedPeriod> period)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return period.stream().flatMap(one -> one.named().stream()).toList();
    }
  }

  /**
   * {@link QuestionKind#SERIES}.
   *
   * @param transforms what to give for each quarter, such as its level or its growth
   * @param whole the region whose shares to compute; empty if no share is requested
   * @param range the quarters
   * @param history whether to list every vintage of each level
   * @param paging the requested page
   */
  record SeriesQuestion(
      Selection selection,
      Conditions conditions,
      List<Transform> transforms,
      Optional<String> whole,
      SeriesRange range,
      boolean history,
      SeriesPaging paging)
      implements ParsedQuestion {
    @Override
    public List<YearQuarter> quarters() {
      return List.of();
    }

    @Override
    public boolean dependsOnCoverage() {
      return selection().everyRegion();
    }
  }

  /**
   * The quarters of a series.
   *
   * @param start the first quarter; empty for the first with figures
   * @param end the last quarter; empty for the last with figures
   * @param newest how many of the newest quarters to show; empty for all
   */
  record SeriesRange(Optional<YearQuarter> start, Optional<YearQuarter> end, OptionalInt newest) {}
}
