package io.regionalmetrics.feed;

import io.regionalmetrics.refusal.Refusal;
import java.util.List;

/** Puts the errors of a run into one text that is short enough to read: the first five of them. */
public final class ErrorSummary {
  private static final int MAX_ERRORS = 5;

  private ErrorSummary() {}

  /** The first errors, and how many more there are. */
  public static String of(List<String> errors) {
    String first = String.join("; ", errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
    int others = errors.size() - MAX_ERRORS;
    return others > 0 ? "%s; and %s more".formatted(first, others) : first;
  }

  /** Why a document or an event was refused: its message, and each field that is wrong. */
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
