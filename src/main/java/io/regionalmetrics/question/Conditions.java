package io.regionalmetrics.question;

import java.time.LocalDate;

/**
 * The days and the currency that apply to a whole question.
 *
 * @param today the current day, in UTC
 * @param asOf the last day whose publications count
 * @param lastKnown the last day whose publications the answer may use: {@code asOf}, or {@code to}
 *     for revisions
 * @param currency the currency that was requested, if any
 */
record Conditions(
    LocalDate today, LocalDate asOf, LocalDate lastKnown, RequestedCurrency currency) {

  /**
   * How long an answer may be cached, as a {@code Cache-Control} header: a day if it is about a
   * past day, which only a source ingested late can change; otherwise a minute.
   */
  String cacheControl() {
    return lastKnown.isBefore(today) ? "public, max-age=86400" : "public, max-age=60";
  }
}
