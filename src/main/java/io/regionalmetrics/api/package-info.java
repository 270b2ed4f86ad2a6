/**
 * The endpoints of the API, one class for each resource, and its routes. {@link
 * io.regionalmetrics.api.ApiRoutes} lists the routes; {@link
 * io.regionalmetrics.api.ComparisonsEndpoint} answers questions step by step.
 */
@NullMarked
package io.regionalmetrics.api;

import org.jspecify.annotations.NullMarked;
