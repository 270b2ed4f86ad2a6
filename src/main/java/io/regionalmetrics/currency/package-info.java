/** The euro's reference rates, and the days on which there are any. */
@NullMarked
package io.regionalmetrics.currency;

import org.jspecify.annotations.NullMarked;
