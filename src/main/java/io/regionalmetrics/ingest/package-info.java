/**
 * Documents in: read, checked against what is known, and written. What {@code POST
 * /v1/observations} and the feeds share.
 */
@NullMarked
package io.regionalmetrics.ingest;

import org.jspecify.annotations.NullMarked;
