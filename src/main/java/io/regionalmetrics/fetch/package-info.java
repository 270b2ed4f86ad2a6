/**
 * Fetches files from other people's servers: paced, bounded in size and time, and retried.
 *
 * <p>Start at {@link io.regionalmetrics.fetch.Fetcher}. What comes back is checked for size only;
 * feeds check the content.
 */
@NullMarked
package io.regionalmetrics.fetch;

import org.jspecify.annotations.NullMarked;
