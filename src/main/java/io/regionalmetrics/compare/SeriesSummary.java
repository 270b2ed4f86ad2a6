package io.regionalmetrics.compare;

import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.RegionSeries;
import io.regionalmetrics.wording.SeriesHeadline;
import io.regionalmetrics.wording.SeriesSentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * A whole series in a sentence: the first and the last known level of its largest regions.
 *
 * @param subjects the subjects of the series
 * @param lines their levels
 * @param first the first quarter of the series
 * @param last the last quarter of the series
 */
record SeriesSummary(
    List<Subject> subjects, SeriesLines lines, YearQuarter first, YearQuarter last) {
  /** The largest regions are looked for in this many quarters with figures, the newest first. */
  private static final int QUARTERS = 5;

  /** The sentence. */
  String text() {
    SeriesHeadline headline = new SeriesHeadline(subjects, newest());
    List<SeriesSentence> sentences = new ArrayList<>();
    List<Subject> unknown = new ArrayList<>();
    for (Subject subject : headline.named()) {
      sentence(lines.of(subject)).ifPresentOrElse(sentences::add, () -> unknown.add(subject));
    }
    return sentences.isEmpty() ? nothing() : text(headline, sentences, unknown);
  }

  private String text(
      SeriesHeadline headline, List<SeriesSentence> sentences, List<Subject> unknown) {
    return subjects.size() == 1 ? sentences.getFirst().text() : headline.text(sentences, unknown);
  }

  private String nothing() {
    Subject subject = subjects.getFirst();
    return SeriesSentence.ofNothing(subject, first, last, lines.of(subject).level(last));
  }

  /** The levels of the newest quarter in which any subject has one. */
  private Map<Subject, KnownFigure> newest() {
    return lines.candidates().descendingSet().stream()
        .limit(QUARTERS)
        .map(this::levels)
        .filter(levels -> !levels.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private Map<Subject, KnownFigure> levels(YearQuarter period) {
    Map<Subject, KnownFigure> levels = new HashMap<>();
    for (Subject subject : subjects) {
      if (lines.of(subject).level(period) instanceof KnownFigure known) {
        levels.put(subject, known);
      }
    }
    return levels;
  }

  /** From the first known level to the last; empty if none is known. */
  private Optional<SeriesSentence> sentence(RegionSeries line) {
    return line.firstKnown(lines.candidates())
        .flatMap(from ->
            line.firstKnown(lines.candidates().descendingSet()).map(to -> between(line, from, to)));
  }

  private static SeriesSentence between(RegionSeries line, YearQuarter from, YearQuarter to) {
    KnownFigure start = (KnownFigure) line.level(from);
    KnownFigure end = (KnownFigure) line.level(to);
    boolean comparable =
        line.inOneBook(List.of(from, to)).equals(List.of(start, end))
            && line.subject().region().terms().keySet().stream()
                .allMatch(
                    region -> FindingCollector.breaks(line.subject(), region, from, to).isEmpty());
    return new SeriesSentence(line.subject(), from, start, to, end, comparable);
  }
}
