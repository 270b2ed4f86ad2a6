/**
 * The euro's reference rates, the days on which they are fixed, and which rate converts a figure.
 */
@NullMarked
package io.regionalmetrics.currency;

import org.jspecify.annotations.NullMarked;
