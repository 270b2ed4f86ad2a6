package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.region.RegionExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** Reads the companies and regions that a document defines; a faulty one is read as absent. */
final class DefinitionReader {
  private DefinitionReader() {}

  /**
   * Reads a company.
   *
   * @param published the date of the source that names it so
   */
  static Optional<CompanyRow> company(DocumentFields fields, LocalDate published) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = name(fields);
    Optional<String> cik =
        fields.text("cik", DocumentLimits::isCik, "ten digits, such as 0001418091");
    Optional<MonthDay> fiscalYearEnd =
        fields.parsed(
            "fiscalYearEnd", DefinitionReader::monthDay, "a month and day, such as 12-31");
    FilingTraits traits = TraitsReader.read(fields);
    fields.refuseUnknown();
    return fields.isValid()
        ? Optional.of(
            new CompanyRow(
                new Company(id.orElseThrow(), name.orElseThrow(), cik, fiscalYearEnd, published),
                traits))
        : Optional.empty();
  }

  /** Reads the name of what is defined, which every definition must have. */
  static Optional<String> name(DocumentFields fields) {
    return fields.required("name", fields.text("name", DocumentLimits.NAME));
  }

  private static Optional<MonthDay> monthDay(String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads a region. */
  static Optional<RegionRow> region(DocumentFields fields) {
    Optional<String> company = fields.id("company");
    Optional<String> id = fields.required("id", fields.region("id"));
    Optional<String> name = name(fields);
    List<String> aliases = fields.regions("aliases");
    List<String> members = fields.regions("members");
    Optional<RegionExpression> residual =
        fields.text("residual", DocumentLimits.TEXT).flatMap(text -> residual(fields, text));
    if (!members.isEmpty() && residual.isPresent()) {
      fields.fault("residual", "give either members or a residual, not both");
    }
    fields.refuseUnknown();
    return fields.isValid()
        ? Optional.of(
            new RegionRow(
                company, id.orElseThrow(), name.orElseThrow(), aliases, members, residual))
        : Optional.empty();
  }

  private static Optional<RegionExpression> residual(DocumentFields fields, String text) {
    try {
      return Optional.of(RegionExpression.parse(text));
    } catch (Refusal refusal) {
      fields.fault(refusal.reason(), "residual", refusal.invalid().getFirst().reason());
      return Optional.empty();
    }
  }
}
