package io.regionalmetrics.feed.filing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A filing of a company, as the SEC lists it.
 *
 * @param cik the company's CIK, of ten digits
 * @param accession its accession number, such as {@code 0001065280-24-000030}
 * @param form {@code 10-Q}, {@code 10-K/A}, ...
 * @param filed the day on which it was filed; its figures are known from then on
 * @param reported the last day of the period that it reports on, if it is stated
 * @param accepted the time of its acceptance, as the SEC writes it; empty if it isn't stated
 * @param primaryDocument the name of its main file; empty if it has none
 * @param xbrl whether it has an XBRL instance
 * @param inline whether the main file contains the instance, which the SEC then extracts
 */
record Filing(
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
   * The order in which filings became known. Reading a filing never depends on a later one in this
   * order.
   */
  static final Comparator<Filing> OLDEST_FIRST =
      Comparator.<Filing, LocalDate>comparing(Filing::filed)
          .thenComparing(Filing::accepted)
          .thenComparing(Filing::accession);

  private static final Pattern ACCESSION = Pattern.compile("[0-9]{10}-[0-9]{2}-[0-9]{6}");
  private static final Pattern FORM = Pattern.compile("10-[QK]T?(/A)?");
  private static final Pattern OTHER_FORM = Pattern.compile("(20-F|40-F|6-K)(/A)?");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern CIK = Pattern.compile("[0-9]{10}");

  /** Refuses a malformed accession number or CIK. */
  Filing {
    if (!ACCESSION.matcher(accession).matches()) {
      throw new UnreadableListing(
          "'%s' is not an accession number, such as 0001065280-24-000030".formatted(accession));
    }
    if (!CIK.matcher(cik).matches()) {
      throw new UnreadableListing(
          "'%s' is not a CIK of ten digits, such as 0001065280".formatted(cik));
    }
  }

  /** Whether a form is a quarterly, annual or transition report, or an amendment of one. */
  static boolean isReport(String form) {
    return FORM.matcher(form).matches();
  }

  /** Whether a form reports figures too, but isn't read: those of filers beyond the US. */
  static boolean isOtherReport(String form) {
    return OTHER_FORM.matcher(form).matches();
  }

  /** Whether a name is a plain file name, without a path to another folder or server. */
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** The id of the source, such as {@code sec-0001065280-24-000030}. */
  String sourceId() {
    return "sec-" + accession;
  }

  /** The path of its folder on {@code www.sec.gov}; ends in a slash. */
  String folder() {
    return "/Archives/edgar/data/%s/%s/".formatted(Long.parseLong(cik), accession.replace("-", ""));
  }

  /** The path of the list of its files. */
  String index() {
    return folder() + "index.json";
  }

  /**
   * The path of its instance, if it follows from the name of the main file: the SEC extracts {@code
   * nflx-20231231_htm.xml} from {@code nflx-20231231.htm}. Empty for older filings; the list of
   * their files names the instance.
   */
  Optional<String> extractedInstance() {
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

  /** Whether an identifier of an entity is the company's CIK, with or without leading zeros. */
  boolean isOf(String entity) {
    return entity.length() <= cik.length()
        && ("0".repeat(cik.length() - entity.length()) + entity).equals(cik);
  }
}
