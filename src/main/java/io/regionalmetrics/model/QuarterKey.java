package io.regionalmetrics.model;

import org.threeten.extra.YearQuarter;

/** One quarter of one company's metric: what is published together, and stored together. */
public record QuarterKey(String company, String metric, YearQuarter period) {}
