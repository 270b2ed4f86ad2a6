/**
 * From the parameters of a request to the figures that answer it. {@link
 * io.regionalmetrics.question.QuestionReader} takes the four steps: {@code QuestionParser} parses,
 * {@code QuestionResolver} looks codes up, {@code ReadPlan} says what to read, and {@code
 * FigureReader} reads it. The {@link io.regionalmetrics.question.ReadQuestion} then computes the
 * answer.
 */
@NullMarked
package io.regionalmetrics.question;

import org.jspecify.annotations.NullMarked;
