/** Which figure answers: published, implied by a published growth, or computed. */
@NullMarked
package io.regionalmetrics.derive;

import org.jspecify.annotations.NullMarked;
