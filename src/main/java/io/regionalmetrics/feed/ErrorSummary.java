package io.regionalmetrics.feed;

import io.regionalmetrics.refusal.Refusal;
import java.util.List;

/** Summarizes errors in one readable text: the first five, and the number of the others. */
public final class ErrorSummary {
  private static final int MAX_ERRORS = 5;

  private ErrorSummary() {}

  /** Summarizes the errors of a run. */
  public static String of(List<String> errors) {
    String first = String.join("; ", errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
    int others = errors.size() - MAX_ERRORS;
    return others > 0 ? "%s; and %s more".formatted(first, others) : first;
  }

  /** Summarizes why a document or an event was refused: the message and the invalid fields. */
  public static String of(Refusal refusal) {
    return refusal.invalid().size() == 1
        ? refusal.message()
        : "%s %s".formatted(refusal.message(), of(fields(refusal)));
  }

  private static List<String> fields(Refusal refusal) {
    return refusal.invalid().stream()
        .map(field -> "%s: %s".formatted(field.name(), field.reason()))
        .toList();
  }
}
