package io.regionalmetrics.xbrl;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds an instance for a test. Its facts come before their contexts and units, as XBRL allows.
 */
public final class InstanceBuilder {
  public static final String CIK = "0000000042";

  private static final String ROOT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <xbrl xmlns="http://www.xbrl.org/2003/instance"
        xmlns:acme="http://www.acme.com/20231231"
        xmlns:country="http://xbrl.sec.gov/country/2023"
        xmlns:dei="http://xbrl.sec.gov/dei/2023"
        xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
        xmlns:srt="http://fasb.org/srt/2023"
        xmlns:stpr="http://xbrl.sec.gov/stpr/2023"
        xmlns:us-gaap="http://fasb.org/us-gaap/2023"
        xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      """;

  private final StringBuilder facts = new StringBuilder();
  private final Map<String, String> contexts = new LinkedHashMap<>();
  private String concept = "us-gaap:Revenues";
  private String unit = "usd";
  private String entity = CIK;
  private String factId = "";

  /** An instance without facts. */
  public static InstanceBuilder instance() {
    return new InstanceBuilder();
  }

  /** Sets the concept of the facts that follow. */
  public InstanceBuilder of(String name) {
    concept = name;
    return this;
  }

  /** Sets the unit of the facts that follow: usd, eur, shares, pure, usdPerShare, things. */
  public InstanceBuilder in(String id) {
    unit = id;
    return this;
  }

  /** Sets the id of the next fact; the facts after it have none. */
  public InstanceBuilder id(String next) {
    factId = " id='%s'".formatted(next);
    return this;
  }

  /** Sets the entity of the facts that follow, by its CIK. */
  public InstanceBuilder by(String cik) {
    entity = cik;
    return this;
  }

  /**
   * Adds a fact.
   *
   * @param period {@code 2023-01-01/2023-03-31}, or a day
   * @param value the value, a colon and its decimals, such as {@code 5000:-3}
   * @param dimensions any number of {@code srt:StatementGeographicalAxis=country:JP}
   */
  public InstanceBuilder fact(String period, String value, String... dimensions) {
    int colon = value.indexOf(':');
    return raw(
        period,
        "unitRef='%s' decimals='%s'".formatted(unit, value.substring(colon + 1)),
        value.substring(0, colon),
        segment(dimensions));
  }

  /** Adds a fact on the geographical axis. */
  public InstanceBuilder region(String member, String period, String value) {
    return fact(period, value, "srt:StatementGeographicalAxis=" + member);
  }

  /** Adds a fact on the segments' axis. */
  public InstanceBuilder segment(String member, String period, String value) {
    return fact(period, value, "us-gaap:StatementBusinessSegmentsAxis=" + member);
  }

  /** Adds a fact with attributes and a segment as they are written in XML. */
  public InstanceBuilder raw(String period, String attributes, String text, String segment) {
    String key = entity + period + segment;
    String id = contexts.computeIfAbsent(key, same -> context(period, segment));
    facts.append(
        "<%s contextRef='%s' %s%s>%s</%s>\n"
            .formatted(concept, contextId(id), attributes, factId, text, concept));
    factId = "";
    return this;
  }

  /** States on the cover page when the fiscal year ends: {@code --09-30}. */
  public InstanceBuilder fiscalYearEnd(String monthDay) {
    return xml(
        "<dei:CurrentFiscalYearEndDate>%s</dei:CurrentFiscalYearEndDate>".formatted(monthDay));
  }

  /** Adds any XML. */
  public InstanceBuilder xml(String xml) {
    facts.append(xml);
    return this;
  }

  private static String contextId(String context) {
    int from = context.indexOf('\'') + 1;
    return context.substring(from, context.indexOf('\'', from));
  }

  private static String segment(String... dimensions) {
    StringBuilder members = new StringBuilder();
    for (String dimension : dimensions) {
      int equals = dimension.indexOf('=');
      members.append(
          "<xbrldi:explicitMember dimension='%s'> %s </xbrldi:explicitMember>"
              .formatted(dimension.substring(0, equals), dimension.substring(equals + 1)));
    }
    return members.isEmpty() ? "" : "<segment>%s</segment>".formatted(members);
  }

  private String context(String period, String segment) {
    int slash = period.indexOf('/');
    String time =
        slash < 0
            ? "<instant>%s</instant>".formatted(period)
            : "<startDate>%s</startDate><endDate>%s</endDate>"
                .formatted(period.substring(0, slash), period.substring(slash + 1));
    return """
    <context id='c%d'><entity><identifier scheme="http://www.sec.gov/CIK">%s</identifier>%s\
    </entity><period>%s</period></context>
    """
        .formatted(contexts.size(), entity, segment, time);
  }

  /** The instance as XML. */
  public String text() {
    return ROOT
        + facts
        + String.join("", contexts.values())
        + """
        <unit id="usd"><measure>iso4217:USD</measure></unit>
        <unit id="eur"><measure>iso4217:EUR</measure></unit>
        <unit id="shares"><measure>shares</measure></unit>
        <unit id="pure"><measure>pure</measure></unit>
        <unit id="things"><measure>acme:thing</measure></unit>
        <unit id="usdPerShare"><divide><unitNumerator><measure>iso4217:USD</measure></unitNumerator>
        <unitDenominator><measure>shares</measure></unitDenominator></divide></unit>
        <dei:EntityRegistrantName contextRef="c0">Acme, Inc.</dei:EntityRegistrantName>
        </xbrl>
        """;
  }

  /** The instance as XML in UTF-8. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
