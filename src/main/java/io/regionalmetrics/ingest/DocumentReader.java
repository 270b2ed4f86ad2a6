package io.regionalmetrics.ingest;

import io.regionalmetrics.ingest.Document.CompanyRow;
import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Dimension;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.region.RegionExpression;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/** Makes a document of what was written: every member has the right form, or is a fault. */
final class DocumentReader {
  private static final int MOST_ROWS = 5_000;
  private static final int NAME = 200;
  private static final int TEXT = 1000;

  private final LocalDate tomorrow;
  private final DocumentFaults faults;

  /**
   * A reader.
   *
   * @param today nothing is published later than the day after, which is today somewhere
   */
  DocumentReader(LocalDate today, DocumentFaults faults) {
    this.tomorrow = today.plusDays(1);
    this.faults = faults;
  }

  /** The document, without what is wrong in it; nothing where it has no source. */
  Optional<Document> read(DocumentFields document) {
    refuseTooMany(document.objects("observations").size());
    Optional<DocumentFields> written = document.required("source", document.object("source"));
    Optional<Source> source = written.flatMap(this::source);
    LocalDate named = source.map(Source::published).orElse(LocalDate.EPOCH);
    List<CompanyRow> companies =
        all(document.objects("companies"), fields -> company(fields, named));
    List<MetricRow> metrics = all(document.objects("metrics"), DocumentReader::metric);
    List<RegionRow> regions = all(document.objects("regions"), this::region);
    List<ObservationRow> observations =
        all(document.objects("observations"), DocumentReader::observation);
    document.refuseOthers();
    if (faults.none()
        && companies.isEmpty()
        && metrics.isEmpty()
        && regions.isEmpty()
        && observations.isEmpty()) {
      document.fault("observations", "is missing: the document says nothing");
    }
    String place = written.map(DocumentFields::place).orElse("source");
    return source.map(s -> new Document(place, s, companies, metrics, regions, observations));
  }

  /** Refuses more observations than one document may have. */
  static void refuseTooMany(int observations) {
    if (observations > MOST_ROWS) {
      throw Refusal.of(
          Refusal.Reason.TOO_LARGE,
          "observations",
          "%s observations are more than the %s of one document; send them in several"
              .formatted(observations, MOST_ROWS));
    }
  }

  private interface Row<T> {
    Optional<T> read(DocumentFields fields);
  }

  private static <T> List<T> all(List<DocumentFields> rows, Row<T> row) {
    return rows.stream().flatMap(fields -> row.read(fields).stream()).toList();
  }

  private Optional<Source> source(DocumentFields fields) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> title = fields.required("title", fields.text("title", TEXT));
    Optional<String> publisher = fields.required("publisher", fields.text("publisher", NAME));
    Optional<String> url =
        fields.text(
            "url", DocumentReader::isUrl, "an address that begins with https:// or http://");
    Optional<LocalDate> published =
        fields.required(
            "published",
            fields.word(
                "published", this::published, "a day like 2018-03-01 that isn't after tomorrow"));
    Optional<SourceKind> kind =
        fields.required(
            "kind", fields.word("kind", SourceKind::of, "one of filing, company, press, dataset"));
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new Source(
                id.orElseThrow(),
                title.orElseThrow(),
                publisher.orElseThrow(),
                url,
                published.orElseThrow(),
                kind.orElseThrow()))
        : Optional.empty();
  }

  private Optional<LocalDate> published(String text) {
    return Periods.day(text).filter(day -> !day.isAfter(tomorrow));
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= 2 * TEXT
          && uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<CompanyRow> company(DocumentFields fields, LocalDate named) {
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = fields.required("name", fields.text("name", NAME));
    Optional<String> cik =
        fields.text("cik", DocumentReader::isCik, "ten digits, such as 0001418091");
    Optional<MonthDay> fiscalYearEnd =
        fields.word("fiscalYearEnd", DocumentReader::monthDay, "a month and day like 12-31");
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new CompanyRow(
                fields.place(),
                new Company(id.orElseThrow(), name.orElseThrow(), cik, fiscalYearEnd, named)))
        : Optional.empty();
  }

  private static boolean isCik(String text) {
    return text.length() == 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<MonthDay> monthDay(String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<MetricRow> metric(DocumentFields fields) {
    Optional<String> company = fields.id("company");
    Optional<String> id = fields.required("id", fields.id("id"));
    Optional<String> name = fields.required("name", fields.text("name", NAME));
    Optional<MetricKind> kind =
        fields.required("kind", fields.word("kind", MetricKind::of, "one of flow, stock, ratio"));
    Optional<Dimension> dimension =
        fields.word("dimension", Dimension::of, "one of money, count, number");
    Optional<String> unit = fields.required("unit", fields.text("unit", 32));
    Optional<RatioTerms> terms = terms(fields, kind.filter(MetricKind.RATIO::equals).isPresent());
    boolean mayBeNegative = fields.flag("negative");
    Optional<String> definition = fields.text("definition", TEXT);
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new MetricRow(
                fields.place(),
                company,
                id.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                dimension,
                unit.orElseThrow(),
                terms,
                mayBeNegative,
                definition))
        : Optional.empty();
  }

  private static Optional<RatioTerms> terms(DocumentFields fields, boolean ratio) {
    Optional<String> numerator = fields.id("numerator");
    Optional<String> denominator = fields.id("denominator");
    Optional<Boolean> average =
        fields.word("basis", text -> either(text, "average", "end"), "end or average");
    Optional<Boolean> monthly =
        fields.word("per", text -> either(text, "month", "quarter"), "quarter or month");
    for (String name : List.of("numerator", "denominator", "basis", "per")) {
      if (fields.has(name) && !ratio) {
        fields.fault(name, "only a ratio has one");
      }
    }
    if (numerator.isPresent() != denominator.isPresent()) {
      fields.fault(
          numerator.isPresent() ? "denominator" : "numerator",
          "is missing: a ratio has both or neither");
    }
    return numerator.flatMap(n ->
        denominator.map(d -> new RatioTerms(n, d, average.orElse(false), monthly.orElse(false))));
  }

  private static Optional<Boolean> either(String text, String yes, String no) {
    return text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty();
  }

  private Optional<RegionRow> region(DocumentFields fields) {
    Optional<String> company = fields.id("company");
    Optional<String> id = fields.required("id", fields.region("id"));
    Optional<String> name = fields.required("name", fields.text("name", NAME));
    List<String> aliases = fields.regions("aliases");
    List<String> members = fields.regions("members");
    Optional<RegionExpression> residual =
        fields.text("residual", TEXT).flatMap(text -> residual(fields, text));
    if (!members.isEmpty() && residual.isPresent()) {
      fields.fault("residual", "a region has members or a residual, not both");
    }
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new RegionRow(
                fields.place(),
                company,
                id.orElseThrow(),
                name.orElseThrow(),
                aliases,
                members,
                residual))
        : Optional.empty();
  }

  private Optional<RegionExpression> residual(DocumentFields fields, String text) {
    try {
      return Optional.of(RegionExpression.parse(text));
    } catch (Refusal refusal) {
      fields.fault(refusal.reason(), "residual", refusal.invalid().getFirst().reason());
      return Optional.empty();
    }
  }

  private static Optional<ObservationRow> observation(DocumentFields fields) {
    Optional<String> company = fields.required("company", fields.id("company"));
    Optional<String> metric = fields.required("metric", fields.id("metric"));
    Optional<String> region = fields.required("region", fields.region("region"));
    Optional<YearQuarter> period =
        fields.required(
            "period", fields.word("period", Periods::quarter, "a quarter like 2017-Q4"));
    Measure measure =
        fields.word("measure", Measure::of, "one of level, yoy, qoq").orElse(Measure.LEVEL);
    Optional<String> unit = fields.text("unit", 32);
    Optional<BigDecimal> value = fields.number("value");
    Status status =
        fields
            .word(
                "status",
                Status::of,
                "a status of SDMX's list that is taken here, such as A, E, P, B or O")
            .orElse(Status.NORMAL);
    Precision precision = precision(fields, value);
    Optional<String> derivation = fields.text("derivation", TEXT);
    Optional<String> note = fields.text("note", TEXT);
    if (value.isPresent() != status.hasValue() && (value.isPresent() || !fields.has("value"))) {
      fields.fault(
          "value",
          value.isPresent()
              ? "a figure of status %s has no value".formatted(status.code())
              : "is missing; a figure that is withdrawn has status O");
    }
    fields.refuseOthers();
    return fields.sound()
        ? Optional.of(
            new ObservationRow(
                fields.place(),
                company.orElseThrow(),
                metric.orElseThrow(),
                region.orElseThrow(),
                period.orElseThrow(),
                measure,
                unit,
                value,
                precision,
                status,
                derivation,
                note))
        : Optional.empty();
  }

  private static Precision precision(DocumentFields fields, Optional<BigDecimal> value) {
    Optional<BigDecimal> low = fields.number("low");
    Optional<BigDecimal> high = fields.number("high");
    if (fields.has("low") || fields.has("high")) {
      return between(fields, value, low, high);
    }
    if (fields.has("decimals")) {
      return fields.decimals("decimals").orElse(new Precision.Exact());
    }
    int written = Math.max(0, value.map(BigDecimal::scale).orElse(0));
    if (written > Precision.MOST_DECIMALS) {
      fields.fault(
          "value",
          "%s decimals are written; at most %s are taken"
              .formatted(written, Precision.MOST_DECIMALS));
      return new Precision.Exact();
    }
    return value.isPresent() ? new Precision.Decimals(written) : new Precision.Exact();
  }

  private static Precision between(
      DocumentFields fields,
      Optional<BigDecimal> value,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high) {
    if (fields.has("decimals")) {
      fields.fault("decimals", "either decimals are right, or low and high, not both");
    }
    fields.required("low", low);
    fields.required("high", high);
    if (low.isEmpty() || high.isEmpty() || value.isEmpty()) {
      return new Precision.Exact();
    }
    if (low.get().compareTo(value.get()) > 0) {
      fields.fault(
          "low",
          "%s is above the value %s"
              .formatted(low.get().toPlainString(), value.get().toPlainString()));
    } else if (high.get().compareTo(value.get()) < 0) {
      fields.fault(
          "high",
          "%s is below the value %s"
              .formatted(high.get().toPlainString(), value.get().toPlainString()));
    } else {
      return new Precision.Between(low.get(), high.get());
    }
    return new Precision.Exact();
  }
}
