/** The feed {@code ecb-rates}: the euro's reference rates of the European Central Bank. */
@NullMarked
package io.regionalmetrics.feed.ecb;

import org.jspecify.annotations.NullMarked;
