package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.FilingHistory.RecordedQuarter;
import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.SourceFile;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stores a {@link FilingHistory} as lines of fields between tabs, compressed by gzip. The first
 * field is the kind of line: {@code 1} the version of the format and the time at which the history
 * began, {@code F} a filing, {@code S} a series, {@code V} a stated span of that series, {@code D}
 * a derived quarter of it, {@code B} a span and the regions that are proved to make up the whole in
 * it, followed by the code, concept and axis of each remainder, {@code N} a remainder's code and
 * name, {@code E} a period in which two concepts are equal, {@code U} two concepts that differ,
 * {@code Y} a metric that is reported by region for a year, {@code Q} one that is for less than a
 * year, {@code R} a filing and the regions that it tells. Lines refer to filings by number, from 0.
 * Fifteen years of eight regions take less than 20 kB.
 */
final class HistoryFormat {
  private static final String VERSION = "1";
  private static final String FILING = "F";
  private static final String SERIES = "S";
  private static final String STATED = "V";
  private static final String DERIVED = "D";
  private static final String BREAKDOWN = "B";
  private static final String EQUAL = "E";
  private static final String UNEQUAL = "U";
  private static final String NAME = "N";
  private static final String YEARLY = "Y";
  private static final String SHORTER = "Q";
  private static final String REGIONS = "R";
  private static final String BETWEEN_BOUNDS = "..";
  private static final String BETWEEN_MEMBERS = "+";
  private static final String EXACT = "INF";
  private static final int MAX_BYTES = 50_000_000;

  private HistoryFormat() {}

  /** The bytes of a history. */
  static byte[] write(FilingHistory history) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(new Writer(history).text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a history.
   *
   * @throws UnreadableHistory if {@link #write} did not make them
   */
  static FilingHistory read(byte[] bytes) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      Reader reader = new Reader();
      new String(zip.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).lines().forEach(reader::line);
      return reader.history;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableHistory(
          "the stored history of earlier filings is damaged: %s".formatted(e.getMessage()));
    }
  }

  /** Writes one history. */
  private static final class Writer {
    private final FilingHistory history;
    private final List<String> ids;
    private final Map<FactSeries, List<RecordedQuarter>> recorded;
    private final StringBuilder text = new StringBuilder();

    Writer(FilingHistory history) {
      this.history = history;
      this.ids = history.sources().stream().map(Source::id).toList();
      this.recorded =
          history.recorded().stream().collect(Collectors.groupingBy(RecordedQuarter::series));
    }

    String text() {
      line(VERSION, history.begun().toString());
      history.sources().forEach(this::filing);
      history.regions().bySource().forEach(this::regions);
      history.series().forEach(this::series);
      derivedAlone();
      history.proved().forEach(this::breakdowns);
      history.concepts().equal().forEach(this::equal);
      history.concepts().different().forEach(pair -> line(UNEQUAL, pair.one(), pair.other()));
      history.names().forEach((code, name) -> line(NAME, code, name));
      history.regional().yearly().forEach(metric -> line(YEARLY, metric));
      history.regional().shorter().forEach(metric -> line(SHORTER, metric));
      return text.toString();
    }

    private void breakdowns(FactSeries series, ProvedSpans spans) {
      head(series);
      spans
          .parts()
          .forEach((span, parts) -> {
            List<String> fields =
                new ArrayList<>(List.of(BREAKDOWN, span.start().toString(), span.end().toString()));
            fields.add(String.join(BETWEEN_MEMBERS, parts.members()));
            parts
                .remainders()
                .forEach(one -> fields.addAll(List.of(one.region(), one.concept(), one.axis())));
            line(fields.toArray(String[]::new));
          });
    }

    private void regions(String source, Set<String> codes) {
      line(REGIONS, number(source), String.join(BETWEEN_MEMBERS, codes));
    }

    /** The derived quarters of series that filings state nothing about under the same name. */
    private void derivedAlone() {
      for (RecordedQuarter quarter : history.recorded()) {
        if (history.stated(quarter.series()).isEmpty()) {
          head(quarter.series());
          derived(quarter);
        }
      }
    }

    private void equal(ConceptPair pair, Collection<Span> spans) {
      for (Span span : spans) {
        line(EQUAL, span.start().toString(), span.end().toString(), pair.one(), pair.other());
      }
    }

    private void filing(Source source) {
      line(
          FILING,
          source.id(),
          source.published().toString(),
          source.title(),
          source.publisher(),
          source.url().orElse(""),
          history
              .fiscalYear(source.id())
              .map(year -> Integer.toString(year.lastMonth().getValue()))
              .orElse(""),
          source.file().map(SourceFile::sha256).orElse(""),
          source.file().flatMap(SourceFile::viewer).orElse(""));
    }

    private void head(FactSeries series) {
      line(
          SERIES,
          series.metric(),
          series.region(),
          series.unit().code(),
          series.concept(),
          series.axis());
    }

    private void series(FactSeries series) {
      head(series);
      history.stated(series).forEach(this::stated);
      recorded.getOrDefault(series, List.of()).forEach(this::derived);
    }

    private void stated(StatedSpan stated) {
      line(
          STATED,
          stated.span().start().toString(),
          stated.span().end().toString(),
          stated.value().toPlainString(),
          precision(stated.precision()),
          number(stated.first()),
          number(stated.last()),
          HistoryFacts.write(stated.firstFacts()),
          stated.lastFacts().equals(stated.firstFacts())
              ? ""
              : HistoryFacts.write(stated.lastFacts()));
    }

    private static String precision(Precision precision) {
      return switch (precision) {
        case Precision.Exact exact -> EXACT;
        case Precision.Decimals(int decimals) -> Integer.toString(decimals);
        case Precision.Between(BigDecimal low, BigDecimal high) ->
            low.toPlainString() + BETWEEN_BOUNDS + high.toPlainString();
        case Precision.AssumedDecimals assumed ->
            throw new IllegalArgumentException("a fact of a filing states its decimals");
      };
    }

    private void derived(RecordedQuarter quarter) {
      line(
          DERIVED,
          quarter.quarter().start().toString(),
          quarter.quarter().end().toString(),
          number(quarter.source()));
    }

    private String number(String source) {
      return Integer.toString(ids.indexOf(source));
    }

    private void line(String... fields) {
      for (int i = 0; i < fields.length; i++) {
        text.append(i == 0 ? "" : "\t").append(fields[i].replaceAll("[\\t\\r\\n]", " "));
      }
      text.append('\n');
    }
  }

  /** Reads one history line by line. */
  private static final class Reader {
    private FilingHistory history = FilingHistory.empty();
    private final List<String> ids = new ArrayList<>();
    private @Nullable FactSeries series;

    void line(String line) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case VERSION -> history = FilingHistory.begunAt(begun(fields));
        case FILING -> filing(fields);
        case SERIES -> series = series(fields);
        case STATED -> history.restore(series(), stated(fields));
        case DERIVED ->
            history.record(new RecordedQuarter(series(), span(fields), source(fields[3])));
        case BREAKDOWN -> history.addProved(series(), span(fields), parts(fields));
        case NAME -> history.addName(fields[1], fields[2]);
        case REGIONS -> history.regions().add(source(fields[1]), regions(fields[2]));
        case EQUAL ->
            history.concepts().addEqual(new ConceptPair(fields[3], fields[4]), span(fields));
        case UNEQUAL -> history.concepts().addDifferent(new ConceptPair(fields[1], fields[2]));
        case YEARLY -> history.regional().addYearly(fields[1]);
        case SHORTER -> history.regional().addShorter(fields[1]);
        default -> throw new IllegalArgumentException("a line begins with " + fields[0]);
      }
    }

    private static Set<String> regions(String field) {
      return field.isEmpty() ? Set.of() : Set.of(field.split(Pattern.quote(BETWEEN_MEMBERS), -1));
    }

    /** When the history began; histories written by earlier versions don't tell. */
    private static Instant begun(String[] fields) {
      return field(fields, 1).map(Instant::parse).orElse(Instant.EPOCH);
    }

    private static FactSeries series(String[] fields) {
      return new FactSeries(fields[1], fields[2], new Unit(fields[3]), fields[4], fields[5]);
    }

    private ProvedParts parts(String[] fields) {
      List<FactSeries> remainders = new ArrayList<>();
      for (int i = 4; i + 2 < fields.length; i += 3) {
        remainders.add(series().ofRemainder(fields[i], fields[i + 1], fields[i + 2]));
      }
      return new ProvedParts(
          List.of(fields[3].split(Pattern.quote(BETWEEN_MEMBERS), -1)), remainders);
    }

    private void filing(String[] fields) {
      ids.add(fields[1]);
      history.add(
          new Source(
              fields[1],
              fields[3],
              fields[4],
              Optional.of(fields[5]).filter(url -> !url.isEmpty()),
              day(fields[2]),
              SourceKind.FILING,
              file(fields)),
          fiscalYear(fields));
    }

    /** The file of a filing; histories written by earlier versions don't have it. */
    private static Optional<SourceFile> file(String[] fields) {
      return field(fields, 7).map(sha256 -> new SourceFile(sha256, field(fields, 8)));
    }

    private static Optional<String> field(String[] fields, int index) {
      return Optional.of(index)
          .filter(at -> at < fields.length)
          .map(at -> fields[at])
          .filter(text -> !text.isEmpty());
    }

    /** The fiscal year of a filing; histories written by earlier versions don't have it. */
    private static Optional<FiscalYear> fiscalYear(String[] fields) {
      return field(fields, 6).map(month -> new FiscalYear(Month.of(Integer.parseInt(month))));
    }

    private StatedSpan stated(String[] fields) {
      String firstFacts = field(fields, 7).orElse("");
      return new StatedSpan(
          span(fields),
          new BigDecimal(fields[3]),
          precision(fields[4]),
          source(fields[5]),
          source(fields[6]),
          HistoryFacts.read(firstFacts),
          HistoryFacts.read(field(fields, 8).orElse(firstFacts)));
    }

    private static Precision precision(String text) {
      int between = text.indexOf(BETWEEN_BOUNDS);
      if (between > 0) {
        return new Precision.Between(
            new BigDecimal(text.substring(0, between)),
            new BigDecimal(text.substring(between + BETWEEN_BOUNDS.length())));
      }
      return text.equals(EXACT)
          ? new Precision.Exact()
          : new Precision.Decimals(Integer.parseInt(text));
    }

    private FactSeries series() {
      if (series == null) {
        throw new IllegalArgumentException("a span comes before any series");
      }
      return series;
    }

    private String source(String number) {
      return ids.get(Integer.parseInt(number));
    }

    private static Span span(String[] fields) {
      return new Span(day(fields[1]), day(fields[2]));
    }

    private static LocalDate day(String text) {
      return Periods.day(text)
          .orElseThrow(() -> new IllegalArgumentException("'%s' is not a date".formatted(text)));
    }
  }
}
