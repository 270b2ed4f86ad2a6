/**
 * From the parameters of a request to the figures that answer it, in four steps: {@link
 * io.regionalmetrics.question.QuestionParser} parses, {@link
 * io.regionalmetrics.question.QuestionResolver} looks codes up, {@code ReadPlan} says what to read,
 * and {@link io.regionalmetrics.question.FigureReader} reads it. {@link
 * io.regionalmetrics.question.ResolvedQuestion} then computes the answer.
 */
@NullMarked
package io.regionalmetrics.question;

import org.jspecify.annotations.NullMarked;
