package io.regionalmetrics.model;

/**
 * What an observation is of.
 *
 * @param region a region's id, never an alias
 * @param unit of a growth: that of its levels
 */
public record Cell(QuarterKey quarter, String region, Measure measure, Unit unit) {}
