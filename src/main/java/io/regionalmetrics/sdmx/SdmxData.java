package io.regionalmetrics.sdmx;

import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.representation.SdmxCsvWriter;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers data queries of SDMX-REST 2.1 with figures as they were published. */
public final class SdmxData {
  private static final int NO_CONTENT = 204;

  private final Store store;
  private final InstantSource clock;

  /**
   * Answers from a store.
   *
   * @param clock tells today's date in UTC: by default, queries are answered as of today
   */
  public SdmxData(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Answers a query.
   *
   * @param path the path after {@code data/}
   */
  public HttpResponse answer(HttpRequest request, String path, Deadline deadline) {
    return SdmxAnswer.of(
        request, SdmxFormat.OF_DATA, () -> answer(request, SdmxPath.of(path), deadline));
  }

  private HttpResponse answer(HttpRequest request, SdmxPath path, Deadline deadline) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    DataQuery query = DataQuery.parse(path, request.query(), today);
    Optional<SdmxFormat> format = SdmxFormat.of(query.format(), request, SdmxFormat.OF_DATA);
    return format.isEmpty()
        ? SdmxAnswer.notAcceptable(request, SdmxFormat.OF_DATA)
        : answer(request, query, format.get(), deadline)
            .with("cache-control", cacheControl(query, today));
  }

  /** A day if it is about a past day, which only a source ingested late can change. */
  private static String cacheControl(DataQuery query, LocalDate today) {
    return query.asOf().isBefore(today) ? "public, max-age=86400" : "public, max-age=60";
  }

  private HttpResponse answer(
      HttpRequest request, DataQuery query, SdmxFormat format, Deadline deadline) {
    CompanyList companies = new CompanyList(store, deadline);
    DataReader reader = DataReader.of(query, companies);
    List<SdmxObservation> matching = reader.matching();
    if (matching.isEmpty()) {
      new UnknownCodes(reader.definitions().values()).refuse(query, companies);
    }
    List<SdmxObservation> some = query.extent().of(matching);
    return some.isEmpty()
        ? new HttpResponse(NO_CONTENT, Map.of(), "", false)
        : format.of(
            format == SdmxFormat.DATA_CSV
                ? csv(query, some)
                : json(request, query, some, reader.definitions()));
  }

  private static String json(
      HttpRequest request,
      DataQuery query,
      List<SdmxObservation> observations,
      Map<String, Vocabulary> definitions) {
    MessageHeader header = MessageHeader.of(request, query.asOf());
    return DataJson.write(header, query, observations, new ValueNames(definitions));
  }

  private static String csv(DataQuery query, List<SdmxObservation> observations) {
    List<SdmxColumn> columns = query.columns().columns();
    Collection<Map<SdmxColumn, String>> rows = new LinkedHashSet<>();
    for (SdmxObservation one : observations) {
      Map<SdmxColumn, String> row = new EnumMap<>(SdmxColumn.class);
      columns.forEach(column -> row.put(column, one.cells().getOrDefault(column, "")));
      row.put(SdmxColumn.STRUCTURE, query.context());
      rows.add(row);
    }
    return SdmxCsvWriter.write(rows, columns);
  }
}
