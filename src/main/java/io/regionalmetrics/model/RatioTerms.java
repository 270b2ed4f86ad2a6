package io.regionalmetrics.model;

/**
 * What a ratio metric divides by what. Netflix's revenue per membership is monthly over the
 * average: revenue of the quarter divided by (opening + closing memberships) / 2, divided by 3.
 *
 * @param numerator a metric's id
 * @param denominator a metric's id
 * @param average whether the denominator is the average of its opening and closing figures; else it
 *     is that of the quarter's end
 * @param monthly whether the quarter's ratio is divided by 3
 */
public record RatioTerms(String numerator, String denominator, boolean average, boolean monthly) {}
