/**
 * Answers as workbooks: sheets of figures, of bounds and operands, of sources and of the question,
 * with a formula in each cell that was computed from others. {@link
 * io.regionalmetrics.workbook.AnswerWorkbook} is the entry point.
 */
@NullMarked
package io.regionalmetrics.workbook;

import org.jspecify.annotations.NullMarked;
