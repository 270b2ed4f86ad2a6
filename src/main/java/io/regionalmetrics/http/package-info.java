/** Requests and responses: API Gateway events, routing, caching, compression, problems. */
@NullMarked
package io.regionalmetrics.http;

import org.jspecify.annotations.NullMarked;
