package io.regionalmetrics.feed.filing;

import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.model.FilingTraits;
import java.util.List;
import java.util.Map;

/**
 * What was read from a filing, as documents to ingest.
 *
 * @param documents the filing's own and, for quarters that can only be derived now, those of later
 *     filings; oldest source first
 * @param observations how many observations the documents have in all
 * @param found how many facts of the wanted concepts the filing has
 * @param stored how many of them are stored: stated by an observation, or operands of one
 * @param leftOut how many facts of the wanted concepts became no figure, by reason
 * @param notes what the operator should look at
 * @param traits what this and all earlier filings show together
 * @param history what to remember for later filings, once the documents are taken in
 */
record FilingContents(
    List<Document> documents,
    int observations,
    int found,
    int stored,
    Map<LeftOutReason, Integer> leftOut,
    List<FilingNote> notes,
    FilingTraits traits,
    FilingHistory history) {}
