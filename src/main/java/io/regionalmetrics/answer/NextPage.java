package io.regionalmetrics.answer;

import org.threeten.extra.YearQuarter;

/**
 * Where the next page of a series begins, and the range of the whole series, so that all pages
 * agree on it.
 *
 * @param first the first quarter of the whole series
 * @param last the last quarter of the whole series
 * @param from the first row of the next page
 */
public record NextPage(YearQuarter first, YearQuarter last, SeriesPosition from) {}
