package io.regionalmetrics.answer;

import org.threeten.extra.YearQuarter;

/**
 * One row of a series.
 *
 * @param company the company's id
 * @param region the region as the question writes it
 * @param period the row's quarter
 */
public record SeriesPosition(String company, String region, YearQuarter period) {}
