/** Makes the sample figures, and documents of filings as anybody could post them. */
@NullMarked
package io.regionalmetrics.samples;

import org.jspecify.annotations.NullMarked;
