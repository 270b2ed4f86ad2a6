/** Answers in English sentences, and numbers for people. */
@NullMarked
package io.regionalmetrics.wording;

import org.jspecify.annotations.NullMarked;
