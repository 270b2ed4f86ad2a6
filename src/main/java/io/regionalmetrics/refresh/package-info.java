/** Runs a feed: from a schedule's event to what was taken in. */
@NullMarked
package io.regionalmetrics.refresh;

import org.jspecify.annotations.NullMarked;
