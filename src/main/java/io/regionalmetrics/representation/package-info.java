/** Answers as bytes: JSON, CSV, SDMX-CSV, SVG. */
@NullMarked
package io.regionalmetrics.representation;

import org.jspecify.annotations.NullMarked;
