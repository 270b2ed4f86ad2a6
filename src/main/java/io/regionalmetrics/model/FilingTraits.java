package io.regionalmetrics.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What all filings of a company show together, beyond single figures.
 *
 * @param lines which concepts mean the same
 * @param regionsOnlyByYear the ids of the metrics that the filings report by region for whole
 *     years, but for no shorter time
 * @param renamed which regions are one under several names
 */
public record FilingTraits(
    ConceptLines lines, SortedSet<String> regionsOnlyByYear, RenamedRegions renamed) {
  /** Nothing is known from filings. */
  public static final FilingTraits NONE =
      new FilingTraits(ConceptLines.NONE, Collections.emptySortedSet(), RenamedRegions.NONE);

  /** Copies the ids. */
  public FilingTraits {
    regionsOnlyByYear = Collections.unmodifiableSortedSet(new TreeSet<>(regionsOnlyByYear));
  }

  /** The traits of filings without renamed regions, whatever the order of the metrics. */
  public static FilingTraits of(ConceptLines lines, Collection<String> regionsOnlyByYear) {
    return new FilingTraits(lines, new TreeSet<>(regionsOnlyByYear), RenamedRegions.NONE);
  }

  /** The same traits, with other renamed regions. */
  public FilingTraits with(RenamedRegions others) {
    return new FilingTraits(lines, regionsOnlyByYear, others);
  }

  /** These traits and others together; empty if the two contradict each other. */
  public Optional<FilingTraits> and(FilingTraits others) {
    SortedSet<String> byYear = new TreeSet<>(regionsOnlyByYear);
    byYear.addAll(others.regionsOnlyByYear);
    return renamed
        .and(others.renamed)
        .map(all -> new FilingTraits(lines.and(others.lines), byYear, all));
  }

  /** Whether nothing is known from filings. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
