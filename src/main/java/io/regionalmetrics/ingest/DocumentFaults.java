package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Collects everything that is wrong with a document, so that one refusal names it all. */
public final class DocumentFaults {
  /** The most faults that a refusal names: enough to correct a document, few enough to read. */
  private static final int MAX_NAMED = 100;

  private record Fault(Reason reason, Invalid invalid) {}

  private final List<Fault> faults = new ArrayList<>();
  private final UnaryOperator<String> places;

  /** Creates a collection for a document whose faults name places as in a JSON document. */
  public DocumentFaults() {
    this(UnaryOperator.identity());
  }

  /** Creates a collection for a document in a format that names its places differently. */
  DocumentFaults(UnaryOperator<String> places) {
    this.places = places;
  }

  void add(Reason reason, String name, String why) {
    faults.add(new Fault(reason, new Invalid(places.apply(name), why)));
  }

  void add(Refusal refusal, String name) {
    refusal.invalid().forEach(invalid -> add(refusal.reason(), name, invalid.reason()));
  }

  /** Returns a copy, to which faults can be added without changing this. */
  DocumentFaults copy() {
    DocumentFaults copy = new DocumentFaults(places);
    copy.faults.addAll(faults);
    return copy;
  }

  /** Whether there is a fault in any of the given members of the document. */
  boolean any(String... members) {
    return faults.stream()
        .anyMatch(fault -> Stream.of(members).anyMatch(fault.invalid().name()::startsWith));
  }

  boolean none() {
    return faults.isEmpty();
  }

  /**
   * Refuses the document if it has a fault. The refusal's reason is the first that occurs of:
   * malformed, senseless, contradiction.
   */
  void refuse() {
    refuse("Nothing was stored.");
  }

  /**
   * Refuses the document if it has a fault.
   *
   * @param consequence a sentence that says what was not done
   */
  public void refuse(String consequence) {
    if (faults.isEmpty()) {
      return;
    }
    Reason reason = faults.stream().map(Fault::reason).min(Reason::compareTo).orElseThrow();
    List<Invalid> invalid = faults.stream().map(Fault::invalid).limit(MAX_NAMED).toList();
    String fault = faults.size() == 1 ? sentence(invalid.getFirst()) : count();
    String limit = faults.size() > MAX_NAMED ? " The first %s are named.".formatted(MAX_NAMED) : "";
    throw new Refusal(reason, "%s %s%s".formatted(fault, consequence, limit), invalid);
  }

  /** The fault with its place, ending with a full stop unless it ends with a question. */
  private static String sentence(Invalid invalid) {
    String end = invalid.reason().endsWith("?") ? "" : ".";
    return "%s: %s%s".formatted(invalid.name(), invalid.reason(), end);
  }

  private String count() {
    return "%s things are wrong with the document.".formatted(faults.size());
  }
}
