/** Writes answers as JSON, CSV, SDMX-CSV or SVG. */
@NullMarked
package io.regionalmetrics.representation;

import org.jspecify.annotations.NullMarked;
