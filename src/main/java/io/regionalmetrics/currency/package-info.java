/** The euro's reference rates, and the days on which they are fixed. */
@NullMarked
package io.regionalmetrics.currency;

import org.jspecify.annotations.NullMarked;
