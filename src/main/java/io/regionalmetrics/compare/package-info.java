/**
 * Questions in, answers out: one class a comparison, and what they share. Pure: no storage, no
 * JSON, no clock.
 */
@NullMarked
package io.regionalmetrics.compare;

import org.jspecify.annotations.NullMarked;
