package io.regionalmetrics.feed.filing;

import io.regionalmetrics.model.Periods;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.xbrl.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a company's filings have said so far of the parts of its fiscal years, from which quarters
 * follow that none of them states: a fourth quarter is the year of one filing less the nine months
 * of another. A span that later filings only repeat is there once. {@link #write} makes a few
 * kilobytes of it, to be kept between runs.
 */
public final class History {
  private static final String VERSION = "1";
  private static final int MOST_BYTES = 50_000_000;

  private final Map<String, Source> sources;
  private final Map<FactSeries, List<StatedSpan>> stated;
  private final Set<Said> said;

  /** A derived quarter that a document has already. */
  record Said(FactSeries series, Span quarter, String source) {}

  private History(
      Map<String, Source> sources, Map<FactSeries, List<StatedSpan>> stated, Set<Said> said) {
    this.sources = sources;
    this.stated = stated;
    this.said = said;
  }

  /** Nothing was said yet. */
  public static History empty() {
    return new History(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
  }

  /** The ids of the sources that it knows. */
  public Set<String> sources() {
    return Set.copyOf(sources.keySet());
  }

  /** A copy, to be added to. */
  History copy() {
    Map<FactSeries, List<StatedSpan>> copied = new LinkedHashMap<>();
    stated.forEach((series, list) -> copied.put(series, new ArrayList<>(list)));
    return new History(new LinkedHashMap<>(sources), copied, new LinkedHashSet<>(said));
  }

  Source source(String id) {
    Source source = sources.get(id);
    if (source == null) {
      throw new IllegalArgumentException("the source '%s' is not known".formatted(id));
    }
    return source;
  }

  /** The order in which sources became known. */
  Comparator<String> oldestFirst() {
    return Comparator.<String, LocalDate>comparing(id -> source(id).published())
        .thenComparing(Comparator.naturalOrder());
  }

  void add(Source source) {
    sources.put(source.id(), source);
  }

  /** What was said of a series, in no order that counts. */
  List<StatedSpan> stated(FactSeries series) {
    return stated.getOrDefault(series, List.of());
  }

  Set<FactSeries> series() {
    return stated.keySet();
  }

  boolean wasSaid(Said derived) {
    return said.contains(derived);
  }

  void say(Said derived) {
    said.add(derived);
  }

  /** Adds what a source says, in its place among what was said of the same days. */
  void add(FactSeries series, Span span, BigDecimal value, Precision precision, String source) {
    List<StatedSpan> all = stated.computeIfAbsent(series, same -> new ArrayList<>());
    StatedSpan added = new StatedSpan(span, value, precision, source, source);
    Comparator<String> order = oldestFirst();
    @Nullable StatedSpan before = null;
    @Nullable StatedSpan after = null;
    for (StatedSpan one : all) {
      if (!one.span().equals(span)) {
        continue;
      }
      boolean holds =
          order.compare(one.first(), source) <= 0 && order.compare(source, one.last()) <= 0;
      if (holds && one.saysTheSameAs(added)) {
        return;
      }
      if (order.compare(one.first(), source) <= 0
          && (before == null || order.compare(before.first(), one.first()) < 0)) {
        before = one;
      }
      if (order.compare(one.first(), source) > 0
          && (after == null || order.compare(after.first(), one.first()) > 0)) {
        after = one;
      }
    }
    if (before != null && before.saysTheSameAs(added)) {
      all.set(all.indexOf(before), before.lastBy(source));
    } else if (after != null && after.saysTheSameAs(added)) {
      all.set(all.indexOf(after), after.firstBy(source));
    } else {
      if (before != null && order.compare(before.last(), source) > 0) {
        // Another value in between: what was said before is said again afterwards.
        all.set(all.indexOf(before), before.lastBy(before.first()));
        all.add(before.firstBy(before.last()));
      }
      all.add(added);
    }
  }

  /** All of it as bytes: lines of fields, compressed. */
  public byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    line(text, VERSION);
    List<String> ids = List.copyOf(sources.keySet());
    for (Source source : sources.values()) {
      line(
          text,
          "F",
          source.id(),
          source.published().toString(),
          source.title(),
          source.publisher(),
          source.url().orElse(""));
    }
    stated.forEach((series, list) -> {
      line(
          text,
          "S",
          series.metric(),
          series.region(),
          series.unit(),
          series.concept(),
          series.axis());
      for (StatedSpan one : list) {
        line(
            text,
            "V",
            one.span().start().toString(),
            one.span().end().toString(),
            one.value().toPlainString(),
            decimals(one.precision()),
            "" + ids.indexOf(one.first()),
            "" + ids.indexOf(one.last()));
      }
      for (Said one : said) {
        if (one.series().equals(series)) {
          line(
              text,
              "D",
              one.quarter().start().toString(),
              one.quarter().end().toString(),
              "" + ids.indexOf(one.source()));
        }
      }
    });
    return text.toString();
  }

  private static void line(StringBuilder text, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "\t").append(fields[i].replaceAll("[\\t\\r\\n]", " "));
    }
    text.append('\n');
  }

  private static String decimals(Precision precision) {
    return precision instanceof Precision.Decimals(int decimals) ? "" + decimals : "INF";
  }

  /**
   * Reads what {@link #write} made.
   *
   * @throws UnreadableHistory where it is something else
   */
  public static History read(byte[] bytes) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return of(new String(zip.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableHistory(
          "what was remembered of earlier filings can't be read: %s".formatted(e.getMessage()));
    }
  }

  private static History of(String text) {
    History history = empty();
    List<String> ids = new ArrayList<>();
    @Nullable FactSeries series = null;
    for (String line : text.lines().toList()) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case VERSION -> {}
        case "F" -> {
          ids.add(fields[1]);
          history.add(source(fields));
        }
        case "S" -> series = new FactSeries(fields[1], fields[2], fields[3], fields[4], fields[5]);
        case "V" ->
            history
                .stated
                .computeIfAbsent(of(series), same -> new ArrayList<>())
                .add(
                    new StatedSpan(
                        span(fields),
                        new BigDecimal(fields[3]),
                        fields[4].equals("INF")
                            ? new Precision.Exact()
                            : new Precision.Decimals(Integer.parseInt(fields[4])),
                        ids.get(Integer.parseInt(fields[5])),
                        ids.get(Integer.parseInt(fields[6]))));
        case "D" ->
            history.say(new Said(of(series), span(fields), ids.get(Integer.parseInt(fields[3]))));
        default -> throw new IllegalArgumentException("a line begins with " + fields[0]);
      }
    }
    return history;
  }

  private static FactSeries of(@Nullable FactSeries series) {
    if (series == null) {
      throw new IllegalArgumentException("a span belongs to no series");
    }
    return series;
  }

  private static Source source(String[] fields) {
    return new Source(
        fields[1],
        fields[3],
        fields[4],
        Optional.of(fields[5]).filter(url -> !url.isEmpty()),
        day(fields[2]),
        SourceKind.FILING);
  }

  private static Span span(String[] fields) {
    return new Span(day(fields[1]), day(fields[2]));
  }

  private static LocalDate day(String text) {
    return Periods.day(text)
        .orElseThrow(() -> new IllegalArgumentException("'%s' is no day".formatted(text)));
  }
}
