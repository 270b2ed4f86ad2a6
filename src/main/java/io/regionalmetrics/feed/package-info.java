/** Where observations and rates come from on a schedule: each feed fetches, reads, and writes. */
@NullMarked
package io.regionalmetrics.feed;

import org.jspecify.annotations.NullMarked;
