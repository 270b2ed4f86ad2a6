package io.regionalmetrics.compare;

/**
 * How a figure was converted.
 *
 * @param rate by what
 * @param unconverted the figure before
 */
public record Conversion(Rate rate, Known unconverted) {}
