/**
 * Runs feeds: reads a schedule's event into a feed ({@link io.regionalmetrics.refresh.FeedEvents}),
 * runs it under a lease, and writes its state ({@link io.regionalmetrics.refresh.Refresh}).
 */
@NullMarked
package io.regionalmetrics.refresh;

import org.jspecify.annotations.NullMarked;
