/** What is not taken, and why: the one exception that callers see, and the nearest known code. */
@NullMarked
package io.regionalmetrics.refusal;

import org.jspecify.annotations.NullMarked;
