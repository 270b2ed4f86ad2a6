package io.regionalmetrics.feed.filing;

import java.util.List;
import java.util.Map;

/**
 * Figures that may together be the remainder of one whole.
 *
 * @param byTime the figures of each time for which the filing reports all of them
 * @param minPeriods in how many periods they must fit
 */
record RemainderSet(Map<FactTime, List<ReportedFact>> byTime, int minPeriods) {}
