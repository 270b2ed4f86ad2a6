/** The least that a function can do, deployed in packages of its own for comparison. */
@NullMarked
package io.regionalmetrics.bench.bare;

import org.jspecify.annotations.NullMarked;
