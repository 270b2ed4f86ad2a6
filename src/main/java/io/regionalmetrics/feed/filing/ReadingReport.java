package io.regionalmetrics.feed.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is left out of a filing and what the operator should look at. */
final class ReadingReport {
  private final Map<LeftOutReason, Integer> leftOut = new EnumMap<>(LeftOutReason.class);
  private final List<FilingNote> notes = new ArrayList<>();

  /** Counts one fact that becomes no figure. */
  void leaveOut(LeftOutReason reason) {
    leaveOut(reason, 1);
  }

  /** Counts facts that become no figure. */
  void leaveOut(LeftOutReason reason, int facts) {
    if (facts > 0) {
      leftOut.merge(reason, facts, Integer::sum);
    }
  }

  void note(String code, String message) {
    notes.add(new FilingNote(code, message));
  }

  Map<LeftOutReason, Integer> leftOut() {
    return Map.copyOf(leftOut);
  }

  List<FilingNote> notes() {
    return List.copyOf(notes);
  }
}
