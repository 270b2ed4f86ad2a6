package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.xbrl.Instance;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The instance of a filing.
 *
 * @param url where it can be read
 * @param instance its content
 */
record FiledInstance(Filing filing, String url, Instance instance) {
  private static final int MAX_NAME = 200;

  /** A name without what exceeds the 200 characters of a document's names. */
  static String bounded(String name) {
    return name.substring(0, Math.min(name.length(), MAX_NAME));
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
        SourceKind.FILING);
  }
}
