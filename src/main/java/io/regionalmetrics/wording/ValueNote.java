package io.regionalmetrics.wording;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.KnownFigure.Conversion;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Observation;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** The note on a value in a table: its conversion, its publisher's note, or why it is missing. */
public final class ValueNote {
  private ValueNote() {}

  /**
   * The note on a value, followed by a message.
   *
   * @param message what else to say; may be empty
   */
  public static String of(RowValue value, String message) {
    return Stream.concat(notes(value), Stream.of(message)).reduce("", ValueNote::joined);
  }

  private static Stream<String> notes(RowValue value) {
    return switch (value) {
      case Missing missing -> Stream.of(missing.message());
      case KnownFigure known ->
          Stream.concat(
              known.conversion().stream().map(ValueNote::conversion),
              known.vintage().stream().flatMap(vintage -> notes(vintage.observation())));
      default -> Stream.of();
    };
  }

  private static Stream<String> notes(Observation observation) {
    return Stream.concat(observation.note().stream(), observation.derivation().stream());
  }

  /** Joins two notes by a semicolon, or by a space if the first ends with a full stop. */
  private static String joined(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first + second;
    }
    return first + (first.endsWith(".") ? " " : "; ") + second;
  }

  /**
   * "converted from 106000000 USD at 1.17738571429 (average of 63 fixings, ...;
   * ecb-reference-rates)".
   */
  private static String conversion(Conversion conversion) {
    Figure unconverted = conversion.unconverted().figure();
    String basis = conversion.rate().basis();
    return "converted from %s %s at %s (%s)"
        .formatted(
            plain(unconverted.value()),
            unconverted.unit(),
            plain(conversion.rate().shown()),
            conversion
                .rate()
                .source()
                .map(source -> "%s; %s".formatted(basis, source.id()))
                .orElse(basis));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
