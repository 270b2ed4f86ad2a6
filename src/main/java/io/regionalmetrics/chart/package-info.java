/**
 * Draws answers as SVG. {@link io.regionalmetrics.chart.Charts} is the entry point. The package
 * depends on nothing but the answer and the definitions of its companies: no HTTP, no input or
 * output, no graphics library. Its classes are loaded only when a picture is requested.
 */
@NullMarked
package io.regionalmetrics.chart;

import org.jspecify.annotations.NullMarked;
