package io.regionalmetrics.workbook;

import java.time.LocalDate;

/**
 * When and where a question was asked.
 *
 * @param day the day of the answer, in UTC
 * @param address the address of the same question with every choice made explicit; without a host
 *     if none is known
 */
public record AskedWhen(LocalDate day, String address) {}
