/**
 * Answers as pictures: SVG, made from an answer and nothing else. Pure; knows no HTTP and no
 * toolkit for graphics, and is loaded only where a picture is asked for.
 */
@NullMarked
package io.regionalmetrics.chart;

import org.jspecify.annotations.NullMarked;
