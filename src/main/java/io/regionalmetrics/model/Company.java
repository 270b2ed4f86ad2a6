package io.regionalmetrics.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A company that publishes figures.
 *
 * @param id {@code [a-z0-9-]+}, such as {@code twitter}
 * @param name for people, such as {@code Twitter}
 * @param cik the ten digits under which the company files with the SEC
 * @param fiscalYearEnd the day near which the fiscal year ends
 * @param named the publication day of the source of the name; a newer source may change the name
 */
public record Company(
    String id,
    String name,
    Optional<String> cik,
    Optional<MonthDay> fiscalYearEnd,
    LocalDate named) {}
