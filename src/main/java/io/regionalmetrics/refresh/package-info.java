/**
 * Runs feeds. {@link io.regionalmetrics.refresh.FeedEvents} reads a schedule's event into a feed;
 * {@link io.regionalmetrics.refresh.Refresh} runs it under a lease and stores its state.
 */
@NullMarked
package io.regionalmetrics.refresh;

import org.jspecify.annotations.NullMarked;
