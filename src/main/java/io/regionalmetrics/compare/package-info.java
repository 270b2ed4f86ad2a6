/**
 * Answers questions on figures. Start at {@link io.regionalmetrics.compare.Comparison}: each
 * comparison is a class that implements it. The package is pure: no storage, no JSON, no clock.
 */
@NullMarked
package io.regionalmetrics.compare;

import org.jspecify.annotations.NullMarked;
