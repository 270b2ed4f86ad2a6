package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.BreakdownRow;
import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.Located;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.ingest.Document.RemainderRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Holds a document that was never text to the limits that {@link DocumentReader} sets for one that
 * was: types alone bound neither the length of a name nor the digits of a number.
 */
final class TypedDocumentCheck {
  /** Describes the valid code of a remainder; follows "is not" in messages. */
  static final String VALID_REMAINDER =
      "a remainder's code: use at most %s of a-z, 0-9 and _, such as amazon_web_services"
          .formatted(Codes.MOST_CHARACTERS);

  private final LocalDate tomorrow;
  private final DocumentFaults faults;

  /**
   * Creates a check.
   *
   * @param today in UTC; elsewhere it may be tomorrow already, so that is the latest publication
   */
  TypedDocumentCheck(LocalDate today, DocumentFaults faults) {
    this.tomorrow = today.plusDays(1);
    this.faults = faults;
  }

  /** Adds everything that is wrong with a document to the faults. */
  void check(Document document) {
    DocumentLimits.refuseTooMany(document.observations().size());
    check(document.sourcePlace(), document.source());
    document.companies().forEach(this::checkCompany);
    document.metrics().forEach(this::checkMetric);
    document.regions().forEach(this::checkRegion);
    document.observations().forEach(this::checkObservation);
    document.breakdowns().forEach(this::checkBreakdown);
    require(!document.isEmpty(), "observations", "is missing: the document is empty");
  }

  private void check(String place, Source source) {
    id(place + ".id", source.id());
    text(place + ".title", source.title(), DocumentLimits.TEXT);
    text(place + ".publisher", source.publisher(), DocumentLimits.NAME);
    require(
        source.url().map(DocumentLimits::isUrl).orElse(true),
        place + ".url",
        "is not a URL that begins with https:// or http://");
    require(
        !source.published().isAfter(tomorrow), place + ".published", "is a date after tomorrow");
  }

  private void checkCompany(Located<CompanyRow> located) {
    Company company = located.row().company();
    id(located.place() + ".id", company.id());
    text(located.place() + ".name", company.name(), DocumentLimits.NAME);
    require(
        company.cik().map(DocumentLimits::isCik).orElse(true),
        located.place() + ".cik",
        "is not ten digits");
  }

  private void checkMetric(Located<MetricRow> located) {
    String place = located.place();
    MetricRow metric = located.row();
    id(place + ".company", metric.company());
    id(place + ".id", metric.id());
    text(place + ".name", metric.name(), DocumentLimits.NAME);
    text(place + ".unit", metric.unit().code(), DocumentLimits.UNIT);
    text(place + ".definition", metric.definition(), DocumentLimits.TEXT);
    require(
        metric.terms().isEmpty() || metric.kind() == MetricKind.RATIO,
        place + ".numerator",
        "is allowed only for a ratio");
  }

  private void checkRegion(Located<RegionRow> located) {
    String place = located.place();
    RegionRow region = located.row();
    id(place + ".company", region.company());
    regionCode(place + ".id", region.id());
    text(place + ".name", region.name(), DocumentLimits.NAME);
    region.aliases().forEach(alias -> regionCode(place + ".aliases", alias));
    region.members().forEach(member -> regionCode(place + ".members", member));
    require(
        region.members().isEmpty() || region.residual().isEmpty(),
        place + ".residual",
        "give either members or a residual, not both");
  }

  private void checkObservation(Located<ObservationRow> located) {
    String place = located.place();
    ObservationRow observation = located.row();
    id(place + ".company", observation.company());
    id(place + ".metric", observation.metric());
    regionCode(place + ".region", observation.region());
    text(place + ".unit", observation.unit().map(Unit::code), DocumentLimits.UNIT);
    require(
        observation.value().isPresent() == observation.status().hasValue(),
        place + ".value",
        "does not go with status " + observation.status().code());
    observation.value().ifPresent(value -> checkValue(place, value, observation.precision()));
    text(place + ".derivation", observation.derivation(), DocumentLimits.TEXT);
    text(place + ".note", observation.note(), DocumentLimits.TEXT);
    observation.facts().forEach(fact -> checkFact(place + ".facts", fact));
  }

  private void checkFact(String place, FiledFact fact) {
    text(place + ".concept", fact.concept(), DocumentLimits.TEXT);
    fact.dimensions()
        .forEach((axis, member) -> {
          text(place + ".dimensions", axis, DocumentLimits.TEXT);
          text(place + ".dimensions", member, DocumentLimits.TEXT);
        });
  }

  private void checkBreakdown(Located<BreakdownRow> located) {
    String place = located.place();
    BreakdownRow breakdown = located.row();
    id(place + ".company", breakdown.company());
    id(place + ".metric", breakdown.metric());
    regionCode(place + ".whole", breakdown.whole());
    breakdown.members().forEach(member -> regionCode(place + ".members", member));
    require(breakdown.members().size() > 1, place + ".members", "has fewer than two regions");
    breakdown.remainders().forEach(one -> checkRemainder(place + ".remainders", one));
  }

  private void checkRemainder(String place, RemainderRow remainder) {
    require(Codes.isRemainder(remainder.code()), place + ".code", "is not " + VALID_REMAINDER);
    text(place + ".name", remainder.name(), DocumentLimits.NAME);
    text(place + ".unit", remainder.unit().code(), DocumentLimits.UNIT);
    checkValue(place, remainder.value(), remainder.precision());
    text(place + ".derivation", remainder.derivation(), DocumentLimits.TEXT);
  }

  private void checkValue(String place, BigDecimal value, Precision precision) {
    number(place + ".value", value);
    if (precision instanceof Precision.Between(BigDecimal low, BigDecimal high)) {
      number(place + ".low", low);
      number(place + ".high", high);
      require(low.compareTo(value) <= 0, place + ".low", "is above the value");
      require(high.compareTo(value) >= 0, place + ".high", "is below the value");
    }
  }

  private void id(String place, Optional<String> id) {
    id.ifPresent(present -> id(place, present));
  }

  private void id(String place, String id) {
    require(Codes.isId(id), place, "is not " + DocumentFields.VALID_ID);
  }

  private void regionCode(String place, String code) {
    require(Codes.isRegion(code), place, "is not " + DocumentFields.VALID_REGION);
  }

  private void text(String place, Optional<String> text, int most) {
    text.ifPresent(present -> text(place, present, most));
  }

  private void text(String place, String text, int most) {
    require(DocumentLimits.isText(text, most), place, DocumentFields.notText(text, most));
  }

  private void number(String place, BigDecimal number) {
    require(
        DocumentLimits.isNumber(number),
        place,
        "has more than %s digits".formatted(DocumentLimits.DIGITS));
  }

  private void require(boolean right, String place, String why) {
    if (!right) {
      faults.add(Reason.MALFORMED, place, why);
    }
  }
}
