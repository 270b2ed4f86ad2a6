/**
 * Reads what companies file with the SEC, from bytes to documents for {@code ingest}: lists of
 * filings, XBRL instances, and what their facts say by region. Nothing is fetched or stored here.
 */
@NullMarked
package io.regionalmetrics.feed.filing;

import org.jspecify.annotations.NullMarked;
