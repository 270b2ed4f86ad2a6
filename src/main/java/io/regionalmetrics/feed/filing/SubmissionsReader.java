package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.core.JsonParser;
import io.regionalmetrics.json.JsonInput;
import io.regionalmetrics.model.Periods;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists of a company's filings as {@code data.sec.gov} publishes them. */
final class SubmissionsReader {
  private final FilingTable recent = new FilingTable();
  private final List<Submissions.OlderPage> olderPages = new ArrayList<>();
  private String cik = "";
  private String name = "";
  private String fiscalYearEnd = "";
  private boolean hasRecent;

  private SubmissionsReader() {}

  /**
   * Reads the first list.
   *
   * @param since filings before this day are left out
   * @throws UnreadableListing if it isn't such a list
   */
  static Submissions read(InputStream bytes, LocalDate since) throws IOException {
    SubmissionsReader reader = new SubmissionsReader();
    JsonReader.object(bytes, "the list of filings", reader::member);
    return reader.submissions(since);
  }

  /**
   * Reads a page of older filings, which is nothing but their table.
   *
   * @param since filings before this day are left out
   * @throws UnreadableListing if it isn't such a page
   */
  static List<Filing> readPage(InputStream bytes, String cik, LocalDate since) throws IOException {
    FilingTable table = new FilingTable();
    JsonReader.object(bytes, "the page of filings", table::readColumn);
    return table.reports(Cik.tenDigits(cik), since);
  }

  private void member(String member, JsonParser value) throws IOException {
    switch (member) {
      case "cik" -> cik = JsonReader.text(value);
      case "name" -> name = JsonReader.text(value);
      case "fiscalYearEnd" -> fiscalYearEnd = JsonReader.text(value);
      case "filings" -> JsonInput.members(value, this::filings);
      default -> value.skipChildren();
    }
  }

  private void filings(String member, JsonParser value) throws IOException {
    switch (member) {
      case "recent" -> {
        hasRecent = true;
        JsonInput.members(value, recent::readColumn);
      }
      case "files" -> JsonReader.elements(value, this::olderPage);
      default -> value.skipChildren();
    }
  }

  private void olderPage(JsonParser value) throws IOException {
    Map<String, String> members = new HashMap<>();
    JsonInput.members(value, (member, text) -> members.put(member, JsonReader.text(text)));
    String file = members.getOrDefault("name", "");
    if (!Filing.isFile(file)) {
      throw new UnreadableListing("'%s' is not the name of a page of filings".formatted(file));
    }
    olderPages.add(
        new Submissions.OlderPage(
            file,
            Periods.day(members.getOrDefault("filingFrom", "")),
            Periods.day(members.getOrDefault("filingTo", ""))));
  }

  private Submissions submissions(LocalDate since) {
    refuseMissing("cik", !cik.isEmpty());
    refuseMissing("name", !name.isBlank());
    refuseMissing("filings.recent", hasRecent);
    String tenDigits = Cik.tenDigits(cik);
    return new Submissions(
        tenDigits,
        name.strip(),
        monthDay(fiscalYearEnd),
        recent.reports(tenDigits, since),
        recent.otherReports(since),
        List.copyOf(olderPages));
  }

  private static void refuseMissing(String member, boolean isPresent) {
    if (!isPresent) {
      throw new UnreadableListing(
          "the list of filings lacks '%s'; it is not one of data.sec.gov's submissions"
              .formatted(member));
    }
  }

  /** The day that {@code 1231} stands for; empty for anything else. */
  private static Optional<MonthDay> monthDay(String written) {
    if (written.length() != 4) {
      return Optional.empty();
    }
    try {
      int month = Integer.parseInt(written.substring(0, 2));
      int day = Integer.parseInt(written.substring(2));
      return Optional.of(MonthDay.of(month, day));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
