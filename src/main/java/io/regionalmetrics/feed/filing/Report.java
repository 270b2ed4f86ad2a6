package io.regionalmetrics.feed.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was left out of a filing and why, and what somebody should look at. */
final class Report {
  private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
  private final List<FilingNote> notes = new ArrayList<>();

  void leaveOut(LeftOut why) {
    leaveOut(why, 1);
  }

  void leaveOut(LeftOut why, int facts) {
    if (facts > 0) {
      leftOut.merge(why, facts, Integer::sum);
    }
  }

  void note(String code, String message) {
    notes.add(new FilingNote(code, message));
  }

  Map<LeftOut, Integer> leftOut() {
    return Map.copyOf(leftOut);
  }

  List<FilingNote> notes() {
    return List.copyOf(notes);
  }
}
