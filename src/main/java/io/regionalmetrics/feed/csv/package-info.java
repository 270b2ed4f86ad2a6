/** The feed {@code csv}: tables that somebody maintains, tidy, wide or SDMX-CSV. */
@NullMarked
package io.regionalmetrics.feed.csv;

import org.jspecify.annotations.NullMarked;
