/**
 * Compares what the service answers with the filings themselves. The extractor here shares no code
 * and no rule with the feed: it takes the three-month figures as filed, and knows nothing of
 * regions, metrics or fiscal years.
 */
@NullMarked
package io.regionalmetrics.audit;

import org.jspecify.annotations.NullMarked;
