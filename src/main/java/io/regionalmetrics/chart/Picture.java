package io.regionalmetrics.chart;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.chart.Svg.Anchor;
import io.regionalmetrics.model.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A complete picture: headline, subtitle, plot, notes, sources and day. */
final class Picture {
  /** The margin on all sides, in pixels. */
  static final double MARGIN = 16;

  private static final int MOST_LINES = 3;
  private static final int MOST_LONG_LINES = 6;
  private static final int MOST_LINES_OF_NOTE = 3;

  /** A narrower picture breaks its texts into up to twice as many lines. */
  private static final double NARROW = 480;

  private static final int MOST_FINDINGS = 2;
  private static final int MOST_PUBLISHERS = 4;

  /** Findings that marks on the figures show already: each figure has one of its own. */
  private static final Set<FindingCode> SHOWN_BY_MARKS =
      Set.of(FindingCode.PROVISIONAL, FindingCode.APPROXIMATE);

  private static final double SPACE = 14;

  private final Answer answer;
  private final String title;
  private final String subtitle;
  private final Plot plot;
  private final int width;
  private final double room;

  /**
   * A picture of an answer.
   *
   * @param title the headline; may be empty
   * @param subtitle what the plot shows, and its unit
   * @param width the width in pixels
   */
  Picture(Answer answer, String title, String subtitle, Plot plot, int width) {
    this.answer = answer;
    this.title = title;
    this.subtitle = subtitle;
    this.plot = plot;
    this.width = width;
    this.room = width - 2 * MARGIN;
  }

  /** Lines of text in one style. */
  private record Lines(FontStyle style, List<String> lines) {
    double height() {
      return lines.size() * style.line();
    }
  }

  /** The picture as SVG. */
  String svg() {
    Lines headline = headline();
    Lines under = lines(FontStyle.TEXT, subtitle, MOST_LINES);
    Lines notes = notes();
    double top = MARGIN + headline.height() + 4 + under.height() + SPACE;
    double below = top + plot.height() + SPACE;
    double height = Math.ceil(below + notes.height() + MARGIN - 4);
    Svg svg = new Svg();
    svg.rectangle("class=\"p\"", 0, 0, width, height);
    draw(svg, headline, MARGIN, false);
    draw(svg, under, MARGIN + headline.height() + 4, true);
    plot.draw(svg, top);
    draw(svg, notes, below, true);
    return "%s%s</svg>\n".formatted(head(height), svg);
  }

  /** The root element, with a title and a description for readers who cannot see the picture. */
  private String head(double height) {
    // A page may hold several pictures. The id depends on the content, so that equal answers give
    // equal pictures.
    String id = "rm" + Integer.toHexString((answer.sentence() + answer.question()).hashCode());
    Svg texts = new Svg();
    texts.element("title", id + "-t", answer.sentence());
    texts.element("desc", id + "-d", plot.description());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="rm" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" \
    role="img" lang="en" aria-labelledby="%3$s-t" aria-describedby="%3$s-d">
    %4$s<style>%5$s</style>
    """
        .formatted(width, (int) height, id, texts, StyleSheet.SHEET);
  }

  private Lines headline() {
    Lines large = lines(FontStyle.HEADLINE, title, MOST_LONG_LINES);
    return large.lines().size() <= MOST_LINES
        ? large
        : lines(FontStyle.LONG_HEADLINE, title, atMost(MOST_LONG_LINES));
  }

  private int atMost(int lines) {
    return width < NARROW ? 2 * lines : lines;
  }

  private Lines lines(FontStyle style, String text, int most) {
    return new Lines(style, TextMetrics.wrap(text, style, room, most));
  }

  private void draw(Svg svg, Lines lines, double top, boolean quiet) {
    double y = top + lines.style().size();
    for (String line : lines.lines()) {
      if (quiet) {
        svg.quiet(lines.style(), MARGIN, y, Anchor.START, line);
      } else {
        svg.text(lines.style(), MARGIN, y, Anchor.START, line);
      }
      y += lines.style().line();
    }
  }

  private Lines notes() {
    List<String> notes = new ArrayList<>(plot.notes());
    addFindings(notes);
    notes.add(sources());
    List<String> lines = new ArrayList<>();
    notes.forEach(note ->
        lines.addAll(TextMetrics.wrap(note, FontStyle.SMALL, room, atMost(MOST_LINES_OF_NOTE))));
    return new Lines(FontStyle.SMALL, lines);
  }

  private void addFindings(List<String> notes) {
    List<Finding> findings = findings();
    findings.stream()
        .limit(MOST_FINDINGS)
        .map(finding -> capital(finding.message()))
        .forEach(notes::add);
    int more = findings.size() - MOST_FINDINGS;
    if (more == 1) {
      notes.add("There is one more finding on these figures.");
    } else if (more > 1) {
      notes.add("There are %s more findings on these figures.".formatted(more));
    }
  }

  /** All findings if they are few, otherwise those that no mark shows. */
  private List<Finding> findings() {
    return answer.findings().size() <= MOST_FINDINGS
        ? answer.findings()
        : answer.findings().stream()
            .filter(finding -> !SHOWN_BY_MARKS.contains(finding.code()))
            .toList();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The sources and the day: "Sources: Reuters (2018-03-01). As of 2018-03-01." */
  private String sources() {
    Map<String, Source> newest = newestByPublisher();
    return newest.isEmpty()
        ? asOf()
        : "%s: %s. %s"
            .formatted(
                newest.size() > 1 ? "Sources" : "Source", publishers(newest.values()), asOf());
  }

  private Map<String, Source> newestByPublisher() {
    Map<String, Source> newest = new TreeMap<>();
    for (Source source : answer.shownSources()) {
      newest.merge(
          source.publisher(),
          source,
          (one, other) -> one.published().isBefore(other.published()) ? other : one);
    }
    return newest;
  }

  private String asOf() {
    Map<String, List<String>> question = answer.question();
    return question.getOrDefault("asOf", question.getOrDefault("to", List.of())).stream()
        .findFirst()
        .map("As of %s."::formatted)
        .orElse("");
  }

  private static String publishers(Collection<Source> sources) {
    String named =
        sources.stream()
            .sorted(Comparator.comparing(Source::published).reversed())
            .limit(MOST_PUBLISHERS)
            .map(source -> "%s (%s)".formatted(source.publisher(), source.published()))
            .collect(Collectors.joining(", "));
    int more = sources.size() - MOST_PUBLISHERS;
    return more > 0 ? "%s and %s others".formatted(named, more) : named;
  }
}
