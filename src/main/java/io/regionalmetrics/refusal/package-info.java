/**
 * Refuses requests: the exception whose message callers see, and suggestions for misspelt codes.
 */
@NullMarked
package io.regionalmetrics.refusal;

import org.jspecify.annotations.NullMarked;
