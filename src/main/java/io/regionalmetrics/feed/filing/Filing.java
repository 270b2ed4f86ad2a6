package io.regionalmetrics.feed.filing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One filing of a company, as the SEC lists it.
 *
 * @param cik the company's ten digits
 * @param accession its number: {@code 0001065280-24-000030}
 * @param form {@code 10-Q}, {@code 10-K/A}, ...
 * @param filed the day on which it was filed, from which its figures are known
 * @param reported the last day of the period that it reports on, if it says so
 * @param accepted when it was accepted, as the SEC writes it; empty where it isn't said
 * @param primaryDocument the name of its main file; empty where it has none
 * @param xbrl whether it has an XBRL instance
 * @param inline whether its instance is in the main file and was extracted from it by the SEC
 */
public record Filing(
    String cik,
    String accession,
    String form,
    LocalDate filed,
    Optional<LocalDate> reported,
    String accepted,
    String primaryDocument,
    boolean xbrl,
    boolean inline) {

  /**
   * In the order in which they became known. What is read in this order needs nothing that comes
   * later.
   */
  public static final Comparator<Filing> OLDEST_FIRST =
      Comparator.<Filing, LocalDate>comparing(Filing::filed)
          .thenComparing(Filing::accepted)
          .thenComparing(Filing::accession);

  private static final Pattern ACCESSION = Pattern.compile("[0-9]{10}-[0-9]{2}-[0-9]{6}");
  private static final Pattern FORM = Pattern.compile("10-[QK]T?(/A)?");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern CIK = Pattern.compile("[0-9]{10}");

  /** Refuses what doesn't have the form of an accession number or CIK. */
  public Filing {
    if (!ACCESSION.matcher(accession).matches()) {
      throw new UnreadableListing(
          "'%s' is not an accession number; 0001065280-24-000030 is".formatted(accession));
    }
    if (!CIK.matcher(cik).matches()) {
      throw new UnreadableListing("'%s' is not a CIK of ten digits".formatted(cik));
    }
  }

  /** Whether a form is a quarterly or annual report, of a transition too, or an amendment. */
  public static boolean isReport(String form) {
    return FORM.matcher(form).matches();
  }

  /** Whether a name is that of a file, and not of one somewhere else. */
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** The source's id: {@code sec-0001065280-24-000030}. */
  public String sourceId() {
    return "sec-" + accession;
  }

  /** Where its files lie, on {@code www.sec.gov}; ends in a slash. */
  public String folder() {
    return "/Archives/edgar/data/%s/%s/".formatted(Long.parseLong(cik), accession.replace("-", ""));
  }

  /** Where the list of its files is. */
  public String index() {
    return folder() + "index.json";
  }

  /**
   * Where its instance is, as far as that follows from the main file's name: the SEC extracts
   * {@code nflx-20231231_htm.xml} from {@code nflx-20231231.htm}. Nothing for an older filing,
   * whose index names it.
   */
  public Optional<String> extractedInstance() {
    int dot = primaryDocument.lastIndexOf('.');
    return inline && dot > 0 && isFile(primaryDocument)
        ? Optional.of(
            folder()
                + primaryDocument.substring(0, dot)
                + "_"
                + primaryDocument.substring(dot + 1)
                + ".xml")
        : Optional.empty();
  }
}
