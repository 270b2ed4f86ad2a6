/**
 * Fetches files from other servers, with retries and limits on rate, size and time.
 *
 * <p>Start at {@link io.regionalmetrics.fetch.Fetcher}. What comes back is checked for size only;
 * feeds check the content.
 */
@NullMarked
package io.regionalmetrics.fetch;

import org.jspecify.annotations.NullMarked;
