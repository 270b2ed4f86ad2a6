package io.regionalmetrics.xbrl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/** Reads facts of wanted concepts, and the data of the cover page. */
final class FactReader {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String DEI = "dei";
  private static final int MAX_FACTS = 200_000;
  private static final int DATE_LENGTH = 10;

  private static final QualifiedName REGISTRANT = new QualifiedName(DEI, "EntityRegistrantName");
  private static final QualifiedName CIK = new QualifiedName(DEI, "EntityCentralIndexKey");
  private static final QualifiedName PERIOD_END = new QualifiedName(DEI, "DocumentPeriodEndDate");

  private static final QualifiedName FISCAL_YEAR_END =
      new QualifiedName(DEI, "CurrentFiscalYearEndDate");
  private static final QualifiedName PERIOD_FOCUS =
      new QualifiedName(DEI, "DocumentFiscalPeriodFocus");
  private static final int MONTH_DAY_LENGTH = 7;

  private final List<UnresolvedFact> facts = new ArrayList<>();
  private final Map<QualifiedName, String> cover = new HashMap<>();

  /** Selects these concepts and those of the cover page. */
  static Predicate<QualifiedName> withCover(Predicate<QualifiedName> concepts) {
    Set<QualifiedName> cover = Set.of(REGISTRANT, CIK, PERIOD_END, FISCAL_YEAR_END, PERIOD_FOCUS);
    return concepts.or(cover::contains);
  }

  /** Reads the fact at which the cursor stands. A fact without a unit is a text, and skipped. */
  void read(XmlCursor xml, QualifiedName concept) throws XMLStreamException {
    String context = xml.attribute("contextRef");
    String unit = xml.attribute("unitRef");
    if (concept.prefix().equals(DEI)) {
      cover.putIfAbsent(concept, xml.text());
    } else if (unit == null) {
      xml.skip();
    } else if (context == null) {
      throw new UnreadableInstance("a fact of %s has no contextRef".formatted(concept));
    } else {
      String decimals = xml.attribute("decimals");
      String id = xml.attribute("id");
      String nil = xml.attribute(XSI, "nil");
      boolean isNil = "true".equals(nil) || "1".equals(nil);
      add(new UnresolvedFact(concept, context, unit, xml.text(), isNil, decimals, id));
    }
  }

  private void add(UnresolvedFact fact) {
    if (facts.size() == MAX_FACTS) {
      throw new UnreadableInstance(
          "it has more than %s facts of the wanted concepts".formatted(MAX_FACTS));
    }
    facts.add(fact);
  }

  /** The facts with their contexts and units. */
  List<Fact> joined(Map<String, Context> contexts, Map<String, FactUnit> units) {
    return facts.stream().map(fact -> fact.resolve(contexts, units)).toList();
  }

  Optional<String> registrant() {
    return coverText(REGISTRANT);
  }

  Optional<String> cik() {
    return coverText(CIK);
  }

  Optional<LocalDate> periodEnd() {
    return coverText(PERIOD_END).flatMap(FactReader::day);
  }

  Optional<MonthDay> fiscalYearEnd() {
    return coverText(FISCAL_YEAR_END).flatMap(FactReader::monthDay);
  }

  Optional<String> periodFocus() {
    return coverText(PERIOD_FOCUS);
  }

  private Optional<String> coverText(QualifiedName concept) {
    return Optional.ofNullable(cover.get(concept)).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == DATE_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<MonthDay> monthDay(String text) {
    try {
      return text.length() == MONTH_DAY_LENGTH
          ? Optional.of(MonthDay.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
