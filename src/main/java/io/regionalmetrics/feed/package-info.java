/**
 * Feeds: sources of figures and rates that are fetched on a schedule.
 *
 * <p>A feed implements {@link io.regionalmetrics.feed.Feed} in a package of its own below this one.
 * {@code refresh.FeedEvents} reads an event into a feed and is the one place that lists them all.
 */
@NullMarked
package io.regionalmetrics.feed;

import org.jspecify.annotations.NullMarked;
