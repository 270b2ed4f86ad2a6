package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was known of a series when a filing was made, and what has been restated since. */
final class Restatements {
  private final List<StatedSpan> stated;
  private final Comparator<String> order;

  /**
   * The statements about a series.
   *
   * @param order the order of sources, oldest first
   */
  Restatements(List<StatedSpan> stated, Comparator<String> order) {
    this.stated = stated;
    this.order = order;
  }

  /** The ids of the filings that are the first or last to state something, oldest first. */
  Set<String> filings() {
    Set<String> filings = new TreeSet<>(order);
    stated.forEach(one -> filings.addAll(List.of(one.first(), one.last())));
    return filings;
  }

  /** The latest statement about each span when a filing was made, in the order of time. */
  List<Operand> knownAt(String filing) {
    return knownAt(filing, stated);
  }

  private List<Operand> knownAt(String filing, List<StatedSpan> statements) {
    Map<Span, Operand> known = new LinkedHashMap<>();
    for (StatedSpan one : statements) {
      if (order.compare(one.first(), filing) <= 0) {
        String source = order.compare(one.last(), filing) <= 0 ? one.last() : one.first();
        known.merge(one.span(), new Operand(one, source), this::later);
      }
    }
    return known.values().stream()
        .sorted(Comparator.comparing(Operand::span, Span.BY_END))
        .toList();
  }

  private Operand later(Operand one, Operand other) {
    return order.compare(one.stated().first(), other.stated().first()) < 0 ? other : one;
  }

  /**
   * Whether a restatement lies between any two of these operands, so that their difference means
   * nothing.
   */
  boolean areStale(List<Operand> operands) {
    return operands.stream()
        .anyMatch(earlier ->
            operands.stream()
                .filter(later -> order.compare(earlier.source(), later.source()) < 0)
                .anyMatch(later -> isStale(earlier, later)));
  }

  /**
   * Whether the filing of the later operand, or one between the two, restated any span of the
   * series. The later operand may then measure something else. This doesn't apply if the earlier
   * operand is itself a restatement made since that span was last stated with its old value: then
   * both belong together again.
   */
  private boolean isStale(Operand earlier, Operand later) {
    return stated.stream()
        .map(StatedSpan::span)
        .distinct()
        .anyMatch(span -> isRestatedBetween(editions(span), earlier, later));
  }

  private boolean isRestatedBetween(List<StatedSpan> editions, Operand earlier, Operand later) {
    for (int i = 1; i < editions.size(); i++) {
      StatedSpan before = editions.get(i - 1);
      StatedSpan after = editions.get(i);
      if (isBetween(earlier, after.first(), later)
          && !before.agreesWith(after)
          && !isRestatedSince(before.last(), earlier)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBetween(Operand earlier, String source, Operand later) {
    return order.compare(earlier.source(), source) < 0
        && order.compare(source, later.source()) <= 0;
  }

  /** Whether an operand's span had another value when a filing was made. */
  private boolean isRestatedSince(String filing, Operand operand) {
    return knownAt(filing, editions(operand.span())).stream()
        .anyMatch(before -> !before.stated().agreesWith(operand.stated()));
  }

  private List<StatedSpan> editions(Span span) {
    ReadingTime.check();
    return stated.stream()
        .filter(one -> one.span().equals(span))
        .sorted(Comparator.comparing(StatedSpan::first, order))
        .toList();
  }
}
