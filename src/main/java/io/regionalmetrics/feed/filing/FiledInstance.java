package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.SourceFile;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.Linkbases;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instance of a filing.
 *
 * @param url where it can be read
 * @param sha256 the SHA-256 of its bytes, in hexadecimal digits
 * @param instance its content
 * @param linkbases the filing's labels and hierarchy of members, as far as they could be read
 */
record FiledInstance(
    Filing filing, String url, String sha256, Instance instance, Linkbases linkbases) {
  private static final int MAX_NAME = 200;
  private static final Pattern EXTRACTED =
      Pattern.compile("(https?://[^/]+)(/[^?#]+)_(html?)\\.xml");

  /** A name without what exceeds the 200 characters of a document's names. */
  static String bounded(String name) {
    return name.substring(0, Math.min(name.length(), MAX_NAME));
  }

  /** The same instance, with the linkbases of its filing. */
  FiledInstance with(Linkbases some) {
    return new FiledInstance(filing, url, sha256, instance, some);
  }

  /**
   * The filing as a source. Everything comes from the filing itself, so that reading it again,
   * after the company was renamed, gives the same source.
   *
   * @param company whose name is used if the instance has none
   */
  Source source(Company company) {
    String publisher = instance.registrant().orElse(company.name());
    String day = filing.reported().or(instance::periodEnd).map(LocalDate::toString).orElse("");
    return new Source(
        filing.sourceId(),
        "%s %s %s".formatted(bounded(CompanyNames.plain(publisher)), filing.form(), day).strip(),
        bounded(publisher),
        Optional.of(url),
        filing.filed(),
        SourceKind.FILING,
        Optional.of(new SourceFile(sha256, viewer())));
  }

  /**
   * The address of the inline document in the SEC's viewer, which opens at the fact that a fragment
   * names. The SEC extracts {@code nflx-20231231_htm.xml} from {@code nflx-20231231.htm}. Empty if
   * the instance wasn't extracted from an inline document.
   */
  private Optional<String> viewer() {
    Matcher extracted = EXTRACTED.matcher(url);
    return extracted.matches()
        ? Optional.of(
            "%s/ix?doc=%s.%s".formatted(extracted.group(1), extracted.group(2), extracted.group(3)))
        : Optional.empty();
  }
}
