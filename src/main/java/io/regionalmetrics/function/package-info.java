/** The Lambda functions, and the one place that wires them. */
@NullMarked
package io.regionalmetrics.function;

import org.jspecify.annotations.NullMarked;
