package io.regionalmetrics.feed.filing;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What an instance reports about metrics and regions, as {@link FactCollector} finds it.
 *
 * @param facts the figures of regions and wholes, each once
 * @param metrics the metrics of the figures, by id
 * @param regionsToDefine the regions that a document has to define or name
 * @param hierarchy which regions lie inside others
 * @param remainders what the regions may leave of the whole
 * @param concepts what the filing shows about concepts that may mean the same
 * @param segmentDivisions the segments that make up total revenue in each span
 */
record CollectedFacts(
    List<ReportedFact> facts,
    Map<String, DefinedMetric> metrics,
    Collection<MemberRegion> regionsToDefine,
    RegionHierarchy hierarchy,
    Remainders remainders,
    ConceptEvidence concepts,
    List<ProvedBreakdown> segmentDivisions) {}
