package io.regionalmetrics.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * Who published.
 *
 * @param id {@code [a-z0-9-]+}
 * @param cik the ten digits under which it files with the SEC
 * @param fiscalYearEnd the day near which its fiscal year ends
 * @param named the day on which the source of the name was published
 */
public record Company(
    String id,
    String name,
    Optional<String> cik,
    Optional<MonthDay> fiscalYearEnd,
    LocalDate named) {}
