package io.regionalmetrics.feed.filing;

import com.fasterxml.jackson.core.JsonParser;
import io.regionalmetrics.json.JsonInput;
import io.regionalmetrics.model.Company;
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
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A company's filings, as {@code https://data.sec.gov/submissions/CIK##########.json} lists them:
 * the newest thousand or so, and the names of the pages that list those before.
 *
 * @param cik the company's ten digits
 * @param name as the SEC writes it
 * @param fiscalYearEnd the day near which its fiscal year ends
 * @param filings the reports among those listed here, oldest first
 * @param pages where older ones are listed
 */
public record Submissions(
    String cik,
    String name,
    Optional<MonthDay> fiscalYearEnd,
    List<Filing> filings,
    List<Page> pages) {

  /**
   * A page of older filings.
   *
   * @param name of its file, beside the first list's
   * @param from the day of its oldest filing, if it says so
   * @param to the day of its newest one, if it says so
   */
  public record Page(String name, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** Whether any of its filings may be of a day or later. */
    public boolean reaches(LocalDate since) {
      return to.map(day -> !day.isBefore(since)).orElse(true);
    }
  }

  /** Where a company's list is, on {@code data.sec.gov}. */
  public static String path(String cik) {
    return "/submissions/CIK%s.json".formatted(tenDigits(cik));
  }

  /**
   * Reads the first list.
   *
   * @param since no filing before it is of interest
   * @throws UnreadableListing where it isn't such a list
   */
  public static Submissions read(InputStream bytes, LocalDate since) throws IOException {
    Reader reader = new Reader();
    JsonReader.object(bytes, "the list of filings", reader::member);
    if (reader.cik.isEmpty() || reader.name.isBlank() || !reader.listed) {
      throw new UnreadableListing(
          "the list of filings lacks %s; it is not one of data.sec.gov's submissions"
              .formatted(
                  reader.cik.isEmpty()
                      ? "'cik'"
                      : reader.name.isBlank() ? "'name'" : "'filings.recent'"));
    }
    String cik = tenDigits(reader.cik);
    return new Submissions(
        cik,
        reader.name.strip(),
        monthDay(reader.fiscalYearEnd),
        filings(cik, reader.columns, since),
        List.copyOf(reader.pages));
  }

  /**
   * Reads an older page, which is a table of filings and nothing else.
   *
   * @throws UnreadableListing where it isn't such a page
   */
  public static List<Filing> readPage(InputStream bytes, String cik, LocalDate since)
      throws IOException {
    Map<String, List<String>> columns = new HashMap<>();
    JsonReader.object(bytes, "the page of filings", (name, value) -> column(columns, name, value));
    return filings(tenDigits(cik), columns, since);
  }

  /**
   * The company: as it is known, if it is, with the fiscal year's end that is listed now; else
   * named as people name it, with an id made of that ({@link CompanyNames}), and of its CIK too
   * where another company has that id already.
   *
   * @param taken whether an id is another company's
   */
  public Company company(Optional<Company> known, Predicate<String> taken, LocalDate today) {
    return new Company(
        known.map(Company::id).orElseGet(() -> freeId(taken)),
        known.map(Company::name).orElseGet(() -> CompanyNames.plain(name)),
        Optional.of(cik),
        fiscalYearEnd.or(() -> known.flatMap(Company::fiscalYearEnd)),
        today);
  }

  private String freeId(Predicate<String> taken) {
    String id = CompanyNames.id(name);
    return taken.test(id) ? CompanyNames.id(name, cik) : id;
  }

  private static String tenDigits(String cik) {
    if (cik.isEmpty() || cik.length() > 10 || !cik.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UnreadableListing("'%s' is not a CIK; 0001065280 is".formatted(cik));
    }
    return "0".repeat(10 - cik.length()) + cik;
  }

  private static Optional<MonthDay> monthDay(String written) {
    try {
      return written.length() == 4
          ? Optional.of(
              MonthDay.of(
                  Integer.parseInt(written.substring(0, 2)),
                  Integer.parseInt(written.substring(2))))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void column(Map<String, List<String>> columns, String name, JsonParser value)
      throws IOException {
    switch (name) {
      case "accessionNumber",
          "form",
          "filingDate",
          "reportDate",
          "acceptanceDateTime",
          "primaryDocument",
          "isXBRL",
          "isInlineXBRL" ->
          columns.put(name, JsonReader.texts(value));
      default -> value.skipChildren();
    }
  }

  private static List<Filing> filings(
      String cik, Map<String, List<String>> columns, LocalDate since) {
    List<String> forms = columns.getOrDefault("form", List.of());
    for (String name : List.of("accessionNumber", "form", "filingDate")) {
      if (!columns.containsKey(name)) {
        throw new UnreadableListing("the table of filings has no column '%s'".formatted(name));
      }
    }
    columns.forEach((name, column) -> {
      if (column.size() != forms.size()) {
        throw new UnreadableListing(
            "the table of filings has %s of '%s', but %s of 'form'"
                .formatted(column.size(), name, forms.size()));
      }
    });
    return IntStream.range(0, forms.size())
        .filter(row -> Filing.isReport(forms.get(row)))
        .mapToObj(row -> filing(cik, columns, row))
        .filter(filing -> !filing.filed().isBefore(since))
        .sorted(Filing.OLDEST_FIRST)
        .toList();
  }

  private static Filing filing(String cik, Map<String, List<String>> columns, int row) {
    String filed = cell(columns, "filingDate", row);
    return new Filing(
        cik,
        cell(columns, "accessionNumber", row),
        cell(columns, "form", row),
        Periods.day(filed)
            .orElseThrow(
                () -> new UnreadableListing("filingDate '%s' is not a day".formatted(filed))),
        Periods.day(cell(columns, "reportDate", row)),
        cell(columns, "acceptanceDateTime", row),
        cell(columns, "primaryDocument", row),
        isTrue(cell(columns, "isXBRL", row)),
        isTrue(cell(columns, "isInlineXBRL", row)));
  }

  private static boolean isTrue(String cell) {
    return cell.equals("1") || cell.equals("true");
  }

  private static String cell(Map<String, List<String>> columns, String name, int row) {
    List<String> column = columns.get(name);
    return column == null ? "" : column.get(row);
  }

  /** What was read so far. */
  private static final class Reader {
    private String cik = "";
    private String name = "";
    private String fiscalYearEnd = "";
    private boolean listed;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final List<Page> pages = new ArrayList<>();

    void member(String member, JsonParser value) throws IOException {
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
          listed = true;
          JsonInput.members(value, (column, cells) -> column(columns, column, cells));
        }
        case "files" -> JsonReader.elements(value, this::page);
        default -> value.skipChildren();
      }
    }

    private void page(JsonParser value) throws IOException {
      Map<String, String> members = new HashMap<>();
      JsonInput.members(value, (member, text) -> members.put(member, JsonReader.text(text)));
      String file = members.getOrDefault("name", "");
      if (!Filing.isFile(file)) {
        throw new UnreadableListing("'%s' is not the name of a page of filings".formatted(file));
      }
      pages.add(
          new Page(
              file,
              Periods.day(members.getOrDefault("filingFrom", "")),
              Periods.day(members.getOrDefault("filingTo", ""))));
    }
  }
}
