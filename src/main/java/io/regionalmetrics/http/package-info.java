/**
 * HTTP on Lambda: reads API Gateway events, routes requests to endpoints, and writes responses with
 * compression, cache headers and problem details. It knows nothing about companies or figures.
 * {@link io.regionalmetrics.http.HttpFunction} is the entry point.
 */
@NullMarked
package io.regionalmetrics.http;

import org.jspecify.annotations.NullMarked;
