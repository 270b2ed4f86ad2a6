/** HTTP: requests, what they ask, representations of answers, and problems. */
@NullMarked
package io.regionalmetrics.api;

import org.jspecify.annotations.NullMarked;
