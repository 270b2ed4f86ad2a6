/** Reads and writes JSON with Jackson's streaming API. */
@NullMarked
package io.regionalmetrics.json;

import org.jspecify.annotations.NullMarked;
