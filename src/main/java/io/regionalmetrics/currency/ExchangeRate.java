package io.regionalmetrics.currency;

import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The rate at which money is converted.
 *
 * @param exact units of the source currency per unit of the target currency
 * @param basis what the rate is, as text: an average, a fixing, or given in the question
 * @param newest the day of the newest fixing used; empty for a rate given in the question
 * @param notes what the reader must know about the rate
 */
public record ExchangeRate(
    BigFraction exact, String basis, Optional<LocalDate> newest, List<Note> notes) {
  /** The source id of a rate given in the question. */
  private static final String GIVEN = "question";

  /** Something the reader must know about a rate. */
  public record Note(Kind kind, String message) {
    /** What a note is about. */
    public enum Kind {
      /** The rate will change once more fixings are known. */
      PROVISIONAL,
      /** The rate covers only some days of its quarter, or ends long before the quarter does. */
      PARTIAL,
      /** The day has no fixing, so the last one before it is used. */
      FIXING_BEFORE
    }
  }

  /** Copies the notes. */
  public ExchangeRate {
    notes = List.copyOf(notes);
  }

  /** A rate given in the question. */
  public static ExchangeRate given(BigDecimal rate) {
    return new ExchangeRate(Interval.exact(rate), "as asked", Optional.empty(), List.of());
  }

  /** The rate rounded to 12 significant digits. */
  public BigDecimal shown() {
    return Figure.computed(exact, Optional.empty(), Unit.ONE, Origin.DERIVED).value();
  }

  /** The id of its source. */
  public String sourceId() {
    return source().map(Source::id).orElse(GIVEN);
  }

  /** The source, dated by the newest fixing used; empty for a rate given in the question. */
  public Optional<Source> source() {
    return newest.map(Fixings::source);
  }

  /** This rate divided by the base quarter's: converts a growth between the two quarters. */
  public ExchangeRate over(ExchangeRate base) {
    return new ExchangeRate(
        exact.divide(base.exact),
        "%s, over %s".formatted(basis, base.basis),
        Stream.concat(newest.stream(), base.newest.stream()).max(LocalDate::compareTo),
        Stream.concat(notes.stream(), base.notes.stream()).distinct().toList());
  }
}
