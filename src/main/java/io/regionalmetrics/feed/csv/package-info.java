/** The feed {@code csv}: tables on the web or in S3, which may be tidy, wide or SDMX-CSV. */
@NullMarked
package io.regionalmetrics.feed.csv;

import org.jspecify.annotations.NullMarked;
