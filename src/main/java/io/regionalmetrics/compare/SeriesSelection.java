package io.regionalmetrics.compare;

import io.regionalmetrics.answer.SeriesPosition;
import io.regionalmetrics.answer.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all pages of a series have in common, and where one of them begins.
 *
 * @param subjects one line for each
 * @param wholes the wholes that lines are shares of, by company; empty if no share is requested
 * @param transforms what to show for each quarter in addition to its level
 * @param history whether each reported level shows every vintage of its cell
 * @param from where the page begins; empty for the first page
 * @param mostRows the most rows of a page
 */
record SeriesSelection(
    List<Subject> subjects,
    Map<String, Subject> wholes,
    List<Transform> transforms,
    boolean history,
    Optional<SeriesPosition> from,
    int mostRows) {}
