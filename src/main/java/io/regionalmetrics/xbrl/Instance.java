package io.regionalmetrics.xbrl;

import io.regionalmetrics.feed.filing.WantedMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for of an XBRL 2.1 instance.
 *
 * @param registrant the company's name as the document has it
 * @param cik whose document it says it is
 * @param periodEnd the last day of the period that it reports on
 * @param spans the durations of all of its contexts
 * @param facts those of the concepts that were asked for, in the document's order
 */
public record Instance(
    Optional<String> registrant,
    Optional<String> cik,
    Optional<LocalDate> periodEnd,
    Set<Span> spans,
    List<Fact> facts) {

  /** Keeps what it is given. */
  public Instance {
    spans = Set.copyOf(spans);
    facts = List.copyOf(facts);
  }

  /**
   * Reads an instance, streaming: of a large one little is kept.
   *
   * @param metrics what is asked for
   * @throws UnreadableFiling where it isn't an instance, or not a whole one
   * @throws IOException where the bytes can't be had
   */
  public static Instance read(InputStream bytes, WantedMetrics metrics) throws IOException {
    return new InstanceReader(metrics.concepts(), metrics.axes()).read(bytes);
  }

  /** Whether a fiscal period ends on a day: a duration ends there, or starts on the next. */
  public boolean isPeriodEnd(LocalDate day) {
    return spans.stream()
        .anyMatch(span -> span.end().equals(day) || span.start().equals(day.plusDays(1)));
  }
}
