package io.regionalmetrics.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.regionalmetrics.audit.FilingFolder.Entry;
import io.regionalmetrics.feed.filing.RefusalReasons;
import io.regionalmetrics.integration.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what a service answers with the filings of a folder, which its feed has read. */
public final class FilingsAudit {
  private final FilingFolder folder;
  private final List<CompanyAudit> companies;

  private FilingsAudit(FilingFolder folder, List<CompanyAudit> companies) {
    this.folder = folder;
    this.companies = companies;
  }

  /** Asks a service for everything about all of its companies. */
  public static FilingsAudit of(FilingFolder folder, Service service) {
    List<CompanyAudit> companies = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = service.get("/v1/companies" + next).expectStatus(200).json();
      page.get("companies").forEach(company -> companies.add(audit(folder, service, company)));
      next = page.has("next") ? "?next=" + page.get("next").textValue() : "";
    } while (!next.isEmpty());
    return new FilingsAudit(folder, companies);
  }

  private static CompanyAudit audit(FilingFolder folder, Service service, JsonNode company) {
    Map<String, FiledReport> reports = new LinkedHashMap<>();
    for (Entry entry : folder.entries()) {
      if (entry.cik().equals(company.path("cik").textValue())) {
        reports.put(entry.source(), FiledReport.read(folder.bytes(entry.file()), entry.filed()));
      }
    }
    return new CompanyAudit(AnsweredCompany.ask(service, company.get("id").textValue()), reports);
  }

  /** How many three-month facts of one region the filings state. */
  public int facts() {
    return companies.stream().mapToInt(CompanyAudit::facts).sum();
  }

  /** How many figures are stored, of all regions and wholes. */
  public int figures() {
    return companies.stream().mapToInt(company -> company.company().figures().size()).sum();
  }

  /** How many growths a filing tells by two of its figures, and no later filing restates. */
  public int growths() {
    return companies.stream().mapToInt(CompanyAudit::growths).sum();
  }

  /** The stored figures that are no fact of their filing. */
  public List<String> wrongFigures() {
    return all(CompanyAudit::wrongFigures);
  }

  /** The regions that aren't one member of their filing. */
  public List<String> wrongRegions() {
    return all(CompanyAudit::wrongRegions);
  }

  /** The quarters that two fiscal quarters of a company share. */
  public List<String> sharedQuarters() {
    return all(CompanyAudit::sharedQuarters);
  }

  /** The growths that aren't answered as a filing tells them. */
  public List<String> wrongGrowths() {
    return all(CompanyAudit::wrongGrowths);
  }

  private List<String> all(Function<CompanyAudit, List<String>> check) {
    return companies.stream().flatMap(company -> check.apply(company).stream()).toList();
  }

  /** The three-month facts of one region that aren't stored, by the feed's reason. */
  public Map<String, List<String>> refused() {
    Map<String, List<String>> refused = new TreeMap<>();
    companies.forEach(company ->
        company.factsNotStored().forEach((source, facts) -> addReasons(source, facts, refused)));
    return refused;
  }

  private void addReasons(String source, List<FiledFact> facts, Map<String, List<String>> refused) {
    RefusalReasons reasons = reasons(entry(source));
    for (FiledFact fact : facts) {
      String reason = reasons.of(fact.concept(), fact.members(), fact.start(), fact.end());
      refused.computeIfAbsent(reason, same -> new ArrayList<>()).add(source + " " + fact);
    }
  }

  private Entry entry(String source) {
    return folder.entries().stream()
        .filter(entry -> entry.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private RefusalReasons reasons(Entry entry) {
    return new RefusalReasons(
        folder.bytes(entry.file()),
        entry.cik(),
        entry.accession(),
        entry.form(),
        entry.filed(),
        entry.period());
  }
}
