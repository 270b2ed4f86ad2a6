/**
 * Reads documents, checks them against what is stored, and writes them: for {@code POST
 * /v1/observations} and for all feeds. Start at {@link io.regionalmetrics.ingest.Ingest}.
 */
@NullMarked
package io.regionalmetrics.ingest;

import org.jspecify.annotations.NullMarked;
