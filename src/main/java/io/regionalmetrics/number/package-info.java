/** Exact arithmetic: bounds, intervals, formulas over identified operands, the logarithmic mean. */
@NullMarked
package io.regionalmetrics.number;

import org.jspecify.annotations.NullMarked;
