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
 * What money is converted by.
 *
 * @param exact units of the currency that is converted per unit of the one it is converted to
 * @param basis what it is made of, in words
 * @param newest the day of the newest fixing in it; nothing where it was given
 * @param notes what the reader must know of it
 */
public record ExchangeRate(
    BigFraction exact, String basis, Optional<LocalDate> newest, List<Note> notes) {
  /** The source of a rate that the question gave. */
  private static final String GIVEN = "question";

  /** Something the reader must know of a rate. */
  public record Note(Kind kind, String message) {
    /** What a note is about. */
    public enum Kind {
      /** The rate will change once more fixings are known. */
      PROVISIONAL,
      /** The day has no fixing; the last one before it is used. */
      FIXING_BEFORE
    }
  }

  /** Copies the notes. */
  public ExchangeRate {
    notes = List.copyOf(notes);
  }

  /** A rate that the question gave. */
  public static ExchangeRate given(BigDecimal rate) {
    return new ExchangeRate(Interval.exact(rate), "as asked", Optional.empty(), List.of());
  }

  /** The rate at 12 significant digits. */
  public BigDecimal shown() {
    return Figure.computed(exact, Optional.empty(), Unit.ONE, Origin.DERIVED).value();
  }

  /** The id of its source. */
  public String sourceId() {
    return source().map(Source::id).orElse(GIVEN);
  }

  /** Its source, where it has one: known since its newest fixing. */
  public Optional<Source> source() {
    return newest.map(Fixings::source);
  }

  /** How many times another this is: what a growth between two quarters is converted by. */
  public ExchangeRate over(ExchangeRate base) {
    return new ExchangeRate(
        exact.divide(base.exact),
        "%s, over %s".formatted(basis, base.basis),
        Stream.concat(newest.stream(), base.newest.stream()).max(LocalDate::compareTo),
        Stream.concat(notes.stream(), base.notes.stream()).distinct().toList());
  }
}
