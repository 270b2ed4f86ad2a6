package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.number.Bounds;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A span less one or two others that lie in it. Half a year less the first quarter is the second; a
 * year less nine months is the fourth; nine months less the first and the third quarter are the
 * second.
 *
 * @param whole the longer span
 * @param parts one or two spans within it, in the order of time, without a common day
 */
record Subtraction(Operand whole, List<Operand> parts) {

  /** All ways to take one or two of some spans away from a whole. */
  static List<Subtraction> from(Operand whole, List<Operand> known) {
    List<Operand> within =
        known.stream()
            .filter(one -> whole.span().contains(one.span()) && !whole.span().equals(one.span()))
            .toList();
    List<Subtraction> all = new ArrayList<>();
    for (Operand one : within) {
      ReadingTime.check();
      all.add(new Subtraction(whole, List.of(one)));
      for (Operand other : within) {
        if (one.span().end().isBefore(other.span().start())) {
          all.add(new Subtraction(whole, List.of(one, other)));
        }
      }
    }
    return all;
  }

  /** The better way to the same quarter: narrower bounds, then fewer operands, then the first. */
  static Subtraction better(Subtraction first, Subtraction second) {
    int width = second.width().compareTo(first.width());
    boolean isFewer = second.parts.size() < first.parts.size();
    return width < 0 || (width == 0 && isFewer) ? second : first;
  }

  List<Operand> operands() {
    return Stream.concat(Stream.of(whole), parts.stream()).toList();
  }

  /** What remains of the whole, if it is a single quarter. */
  Optional<Span> quarter() {
    List<Span> gaps = new ArrayList<>();
    LocalDate from = whole.span().start();
    for (Operand part : parts) {
      if (from.isBefore(part.span().start())) {
        gaps.add(new Span(from, part.span().start().minusDays(1)));
      }
      from = part.span().end().plusDays(1);
    }
    if (!from.isAfter(whole.span().end())) {
      gaps.add(new Span(from, whole.span().end()));
    }
    return gaps.size() == 1
        ? Optional.of(gaps.getFirst()).filter(FiscalLength::isQuarter)
        : Optional.empty();
  }

  /**
   * The result, as a quarter of a series; empty if it is no quarter of the fiscal year of its
   * source, which is the latest filing among the operands'.
   */
  Optional<DerivedQuarter> derive(FactSeries series, Span days, FilingHistory history) {
    String source =
        operands().stream().map(Operand::source).max(history.oldestFirst()).orElseThrow();
    return history
        .quarterOf(days, source)
        .map(name ->
            new DerivedQuarter(
                series,
                days,
                spans(),
                name,
                value(),
                bounds(),
                source,
                derivation(),
                facts(source, history)));
  }

  private List<Span> spans() {
    return operands().stream().map(Operand::span).toList();
  }

  /** The facts of all operands; those of other filings than the source name theirs. */
  private List<FiledFact> facts(String source, FilingHistory history) {
    List<FiledFact> facts = new ArrayList<>();
    for (Operand operand : operands()) {
      for (FiledFact fact : operand.facts()) {
        facts.add(
            operand.source().equals(source) ? fact : fact.in(history.source(operand.source())));
      }
    }
    return facts;
  }

  private String derivation() {
    return "%s less %s"
        .formatted(
            whole.describe(),
            parts.stream().map(Operand::describe).collect(Collectors.joining(" and ")));
  }

  private BigDecimal value() {
    BigDecimal value = whole.stated().value();
    for (Operand part : parts) {
      value = value.subtract(part.stated().value());
    }
    return value;
  }

  private Bounds bounds() {
    BigDecimal low = whole.stated().bounds().low();
    BigDecimal high = whole.stated().bounds().high();
    for (Operand part : parts) {
      low = low.subtract(part.stated().bounds().high());
      high = high.subtract(part.stated().bounds().low());
    }
    return new Bounds(low.stripTrailingZeros(), high.stripTrailingZeros());
  }

  private BigDecimal width() {
    Bounds bounds = bounds();
    return bounds.high().subtract(bounds.low());
  }
}
