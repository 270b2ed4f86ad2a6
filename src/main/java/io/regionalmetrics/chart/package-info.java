/**
 * Draws answers as SVG. {@link io.regionalmetrics.chart.Charts} is the entry point. A picture
 * depends only on its answer and on the definitions of the companies; no graphics library is used.
 * The classes are loaded only when a picture is requested.
 */
@NullMarked
package io.regionalmetrics.chart;

import org.jspecify.annotations.NullMarked;
