/**
 * Reads the quarterly and annual reports that companies file with the SEC. Start at {@link
 * io.regionalmetrics.feed.filing.SecFilings}, which lists and fetches filings, and at {@code
 * FilingReader}, which turns one filing into documents and does no input or output.
 */
@NullMarked
package io.regionalmetrics.feed.filing;

import org.jspecify.annotations.NullMarked;
