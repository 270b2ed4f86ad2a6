/** Writes answers as English sentences, and the labels of charts. */
@NullMarked
package io.regionalmetrics.wording;

import org.jspecify.annotations.NullMarked;
