package io.regionalmetrics.model;

/**
 * The two metrics that a ratio divides. Netflix's revenue per membership is monthly and uses the
 * average: the quarter's revenue, divided by (opening + closing memberships) / 2, divided by 3.
 *
 * @param numerator a metric's id
 * @param denominator a metric's id
 * @param average whether to divide by the average of the denominator's opening and closing figures
 *     instead of the closing figure
 * @param monthly whether to divide the quarter's ratio by 3
 */
public record RatioTerms(String numerator, String denominator, boolean average, boolean monthly) {}
