/** The parts of an answer: rows with their values, findings, and why a value is missing. */
@NullMarked
package io.regionalmetrics.answer;

import org.jspecify.annotations.NullMarked;
