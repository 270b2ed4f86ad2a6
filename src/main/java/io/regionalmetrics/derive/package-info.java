/**
 * Finds the figure that answers: published, implied by a published growth, or computed from others.
 * Start at {@link io.regionalmetrics.derive.Levels}.
 */
@NullMarked
package io.regionalmetrics.derive;

import org.jspecify.annotations.NullMarked;
