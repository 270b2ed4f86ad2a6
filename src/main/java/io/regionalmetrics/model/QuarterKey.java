package io.regionalmetrics.model;

import org.threeten.extra.YearQuarter;

/**
 * One quarter of one company's metric: its figures are usually published together, and they are
 * stored together.
 *
 * @param company a company's id
 * @param metric a metric's id
 * @param period the quarter
 */
public record QuarterKey(String company, String metric, YearQuarter period) {}
