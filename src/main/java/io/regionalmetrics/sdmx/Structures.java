package io.regionalmetrics.sdmx;

import io.regionalmetrics.http.HttpRequest;
import io.regionalmetrics.http.HttpResponse;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.sdmx.StructureContent.Shown;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers structure queries of SDMX-REST 2.1. */
public final class Structures {
  private static final String FRESH = "public, max-age=60";

  private final Store store;
  private final InstantSource clock;

  /**
   * Answers from a store.
   *
   * @param clock tells today's date in UTC, which messages name
   */
  public Structures(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Answers a query.
   *
   * @param path the path after {@code structure/}
   */
  public HttpResponse answer(HttpRequest request, String path, Deadline deadline) {
    return SdmxAnswer.of(
        request,
        SdmxFormat.OF_STRUCTURES,
        () -> answer(request, StructureQuery.parse(SdmxPath.of(path), request.query()), deadline));
  }

  /**
   * Answers a schema query, in the formats of structures: the data structure, its concepts and its
   * code lists.
   *
   * @param path the path after {@code schema/}
   */
  public HttpResponse schema(HttpRequest request, String path, Deadline deadline) {
    return SdmxAnswer.of(
        request,
        SdmxFormat.OF_STRUCTURES,
        () -> answer(request, SchemaQuery.parse(SdmxPath.of(path), request.query()), deadline));
  }

  /**
   * Answers a query of another kind: one for structures that leaves out all parts of its path, or
   * the error for what isn't offered.
   *
   * @param path the path after {@code sdmx/3.0/}
   */
  public HttpResponse other(HttpRequest request, String path, Deadline deadline) {
    return SdmxPath.of(path).equals(SdmxPath.of("structure"))
        ? answer(request, "", deadline)
        : SdmxAnswer.of(
            request,
            SdmxFormat.OF_STRUCTURES,
            () -> {
              throw refusal(SdmxPath.of(path).first());
            });
  }

  private static Refusal refusal(String resource) {
    return switch (resource) {
      case "availability", "metadata", "registration" ->
          SdmxError.notImplemented(
              "path",
              "there is no %s here; there are structure, schema and data".formatted(resource));
      case "data", "schema" -> incomplete(resource);
      default -> unknown(resource);
    };
  }

  private static Refusal incomplete(String resource) {
    return Refusal.of(
        Reason.MALFORMED,
        "path",
        "'%1$s' needs more, such as %1$s/dataflow/%2$s/%3$s/%4$s"
            .formatted(
                resource,
                ArtefactType.AGENCY,
                Artefact.OBSERVATIONS_FLOW.id(),
                ArtefactType.VERSION));
  }

  private static Refusal unknown(String resource) {
    List<String> known = List.of("structure", "schema", "data");
    return Refusal.of(
        Reason.UNKNOWN,
        "path",
        "'%s' is not one of %s%s"
            .formatted(resource, String.join(", ", known), Codes.suggestion(resource, known)));
  }

  private HttpResponse answer(HttpRequest request, StructureQuery query, Deadline deadline) {
    Optional<SdmxFormat> format = SdmxFormat.of(query.format(), request, SdmxFormat.OF_STRUCTURES);
    if (format.isEmpty()) {
      return SdmxAnswer.notAcceptable(request, SdmxFormat.OF_STRUCTURES);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    MessageHeader header = MessageHeader.of(request, today);
    StructureContent content = content(query, new ItemReader(new CompanyList(store, deadline)));
    String body =
        format.get().isXml()
            ? StructureXml.write(header, content)
            : StructureJson.write(header, content);
    return format.get().of(body).with("cache-control", FRESH);
  }

  private static StructureContent content(StructureQuery query, ItemReader reader) {
    List<Shown> shown = new ArrayList<>();
    for (Artefact artefact : query.artefacts()) {
      boolean stub = query.isStub(artefact);
      Set<String> wanted = query.itemsOf(artefact);
      Items items = stub ? Items.NONE : reader.read(artefact, wanted);
      shown.add(new Shown(artefact, query.description(artefact), stub, items));
    }
    refuseUnlessFound(query, shown);
    return new StructureContent(shown);
  }

  private static void refuseUnlessFound(StructureQuery query, List<Shown> shown) {
    Set<String> wanted = query.items();
    boolean isFound =
        wanted.isEmpty() || shown.stream().anyMatch(one -> one.isStub() || hasAny(one, wanted));
    if (!isFound) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "itemID",
          "'%s' is not an item of it".formatted(String.join(",", wanted)));
    }
  }

  private static boolean hasAny(Shown shown, Set<String> wanted) {
    return shown.items().ids().stream().anyMatch(wanted::contains);
  }
}
