/**
 * Workbooks as spreadsheets read them: cells, sheets, styles, and the file that holds them (Office
 * Open XML, ISO/IEC 29500). It knows nothing about companies or figures.
 */
@NullMarked
package io.regionalmetrics.xlsx;

import org.jspecify.annotations.NullMarked;
