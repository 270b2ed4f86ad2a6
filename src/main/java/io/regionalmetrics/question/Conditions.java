package io.regionalmetrics.question;

import java.time.LocalDate;

/**
 * What holds for a whole question: the days and the currency.
 *
 * @param today the current day, in UTC
 * @param asOf the last day whose publications count
 * @param lastKnown the last day of which anything is known: {@code asOf}, or the {@code to} of
 *     revisions
 * @param currency the currency that was requested, if any
 */
record Conditions(
    LocalDate today, LocalDate asOf, LocalDate lastKnown, RequestedCurrency currency) {

  /**
   * How long an answer may be cached. What was known on a past day changes only if a late source is
   * ingested, so it may be kept for a day, any other answer for a minute.
   */
  String cacheControl() {
    return lastKnown.isBefore(today) ? "public, max-age=86400" : "public, max-age=60";
  }
}
