package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Company;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A company's filings, as {@code https://data.sec.gov/submissions/CIK##########.json} lists them:
 * the newest thousand or so, and the names of the pages that list the older ones.
 *
 * @param cik the company's CIK, of ten digits
 * @param name the company's name as the SEC writes it
 * @param fiscalYearEnd the day near which its fiscal year ends
 * @param filings the quarterly and annual reports in this list, oldest first
 * @param otherReports how many reports of other forms are in this list, by form
 * @param olderPages the pages that list older filings
 */
record Submissions(
    String cik,
    String name,
    Optional<MonthDay> fiscalYearEnd,
    List<Filing> filings,
    Map<String, Integer> otherReports,
    List<OlderPage> olderPages) {

  /**
   * A page of older filings.
   *
   * @param name the name of its file, in the same folder as the first list
   * @param from the day of its oldest filing, if it is stated
   * @param to the day of its newest filing, if it is stated
   */
  record OlderPage(String name, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** Whether it may list filings of this day or later. */
    boolean reaches(LocalDate since) {
      return to.map(day -> !day.isBefore(since)).orElse(true);
    }
  }

  /**
   * The company that filed. If it is known, it keeps its id and name. If not, its name and id are
   * made from the listed name (see {@link CompanyNames}); the id ends in the CIK if another company
   * already has it. The fiscal year's end is the listed one, if there is one.
   *
   * @param known the company as it is stored
   * @param taken whether another company has an id
   * @param today the day from which a new description holds; a known one keeps its day
   */
  Company company(Optional<Company> known, Predicate<String> taken, LocalDate today) {
    return known
        .map(company -> completed(company, today))
        .orElseGet(
            () -> new Company(freeId(taken), plainName(), Optional.of(cik), fiscalYearEnd, today));
  }

  private Company completed(Company known, LocalDate today) {
    Optional<MonthDay> yearEnd = fiscalYearEnd.or(known::fiscalYearEnd);
    boolean isComplete =
        known.cik().equals(Optional.of(cik)) && known.fiscalYearEnd().equals(yearEnd);
    return isComplete
        ? known
        : new Company(known.id(), known.name(), Optional.of(cik), yearEnd, today);
  }

  /** The name for a company that isn't known, made from the listed one. */
  String plainName() {
    return CompanyNames.plain(name);
  }

  private String freeId(Predicate<String> taken) {
    String id = CompanyNames.id(name);
    return taken.test(id) ? CompanyNames.id(name, cik) : id;
  }
}
