/**
 * What companies publish, as immutable values: metrics, cells, observations and their vintages,
 * sources, and figures with bounds. No storage, no JSON, no I/O.
 */
@NullMarked
package io.regionalmetrics.model;

import org.jspecify.annotations.NullMarked;
