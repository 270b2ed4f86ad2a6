/**
 * What companies publish, as values: cells, observations and their vintages, metrics, regions,
 * sources, and exact numbers with bounds. No storage, no JSON, no I/O.
 */
@NullMarked
package io.regionalmetrics.model;

import org.jspecify.annotations.NullMarked;
