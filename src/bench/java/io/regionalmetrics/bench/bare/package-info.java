/** Functions that do as little as one can, in packages of their own. */
@NullMarked
package io.regionalmetrics.bench.bare;

import org.jspecify.annotations.NullMarked;
