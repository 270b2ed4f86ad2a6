package io.regionalmetrics.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Generates a large XBRL instance. Half of it is contexts, a quarter of which come after the facts.
 * A third is facts, one in fifty of them revenue. The rest is notes of escaped HTML.
 */
final class LargeInstance {
  private static final String ROOT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:big="http://www.big.com/20231231"
        xmlns:country="http://xbrl.sec.gov/country/2023" xmlns:dei="http://xbrl.sec.gov/dei/2023"
        xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:srt="http://fasb.org/srt/2023"
        xmlns:us-gaap="http://fasb.org/us-gaap/2023" xmlns:xbrldi="http://xbrl.org/2006/xbrldi">
      """;
  private static final String NOTE =
      "&lt;div style=\"font-size:10pt\"&gt;&lt;span&gt;Revenue by region&lt;/span&gt; &amp;amp; more,"
          + " as in the note on segments.&lt;/div&gt;\n";
  private static final int CONTEXT_BYTES = 480;
  private static final int FACT_BYTES = 150;
  private static final int NOTES_EVERY = 500;

  private LargeInstance() {}

  /** Writes an instance of about this many bytes. */
  static void write(Path file, int bytes) throws IOException {
    int contexts = bytes / 2 / CONTEXT_BYTES;
    int facts = bytes / 3 / FACT_BYTES;
    int notes = facts / NOTES_EVERY;
    String note = NOTE.repeat(Math.max(1, bytes / 6 / Math.max(1, notes) / NOTE.length()));
    try (BufferedWriter xml = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      xml.write(ROOT);
      contexts(xml, 0, contexts * 3 / 4);
      xml.write("<unit id=\"usd\"><measure>iso4217:USD</measure></unit>\n");
      for (int fact = 0; fact < facts; fact++) {
        fact(xml, fact, contexts);
        if (fact % NOTES_EVERY == 0) {
          xml.write("<us-gaap:SegmentReportingDisclosureTextBlock contextRef=\"c-0\">");
          xml.write(note);
          xml.write("</us-gaap:SegmentReportingDisclosureTextBlock>\n");
        }
      }
      contexts(xml, contexts * 3 / 4, contexts);
      xml.write("</xbrl>\n");
    }
  }

  private static void contexts(Writer xml, int from, int to) throws IOException {
    for (int context = from; context < to; context++) {
      LocalDate start = LocalDate.of(2010, 1, 1).plusMonths(3L * (context % 56));
      xml.write(
          """
              <context id="c-%d">
                  <entity>
                      <identifier scheme="http://www.sec.gov/CIK">0000000042</identifier>
                      <segment>
                          %s
                      </segment>
                  </entity>
                  <period>
                      <startDate>%s</startDate>
                      <endDate>%s</endDate>
                  </period>
              </context>
          """
              .formatted(context, members(context), start, start.plusMonths(3).minusDays(1)));
    }
  }

  /** The members of a context. Every second context has a dimension that the reader ignores. */
  private static String members(int context) {
    String region =
        "<xbrldi:explicitMember dimension=\"srt:StatementGeographicalAxis\">big:Region%dMember</xbrldi:explicitMember>"
            .formatted(context / 56 % 50);
    return context % 2 == 0
        ? region
        : region
            + "<xbrldi:explicitMember dimension=\"us-gaap:LongTermDebtTypeAxis\">big:Note%dMember</xbrldi:explicitMember>"
                .formatted(context);
  }

  private static void fact(Writer xml, int fact, int contexts) throws IOException {
    String concept = fact % 50 == 0 ? "us-gaap:Revenues" : "us-gaap:DebtInstrumentFaceAmount";
    xml.write(
        """
            <%s
              contextRef="c-%d"
              decimals="-3"
              id="f-%d"
              unitRef="usd">%d000</%s>
        """
            .formatted(concept, fact * 7L % contexts, fact, 1_000 + fact, concept));
  }
}
