package io.regionalmetrics.model;

/**
 * What an observation measures: a metric's level or growth in one region and quarter, in one unit.
 *
 * @param quarter the company, the metric and the quarter
 * @param region a region's id, never an alias
 * @param measure the level, or a published growth
 * @param unit the unit of the level; for a growth, the unit of the levels that it compares
 */
public record Cell(QuarterKey quarter, String region, Measure measure, Unit unit) {}
