package io.regionalmetrics.ingest;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Gathers what is wrong with a document, so that it is refused once and for everything. */
public final class DocumentFaults {
  /** So many are named: enough to mend a document by, few enough to be read. */
  private static final int MOST_NAMED = 100;

  private record Fault(Reason reason, Invalid invalid) {}

  private final List<Fault> faults = new ArrayList<>();
  private final UnaryOperator<String> places;

  /** The faults of a document whose places are named as those of a JSON document. */
  public DocumentFaults() {
    this(UnaryOperator.identity());
  }

  /** The faults of a document of another form, in which a place has another name. */
  DocumentFaults(UnaryOperator<String> places) {
    this.places = places;
  }

  void add(Reason reason, String name, String why) {
    faults.add(new Fault(reason, new Invalid(places.apply(name), why)));
  }

  void add(Refusal refusal, String name) {
    refusal.invalid().forEach(invalid -> add(refusal.reason(), name, invalid.reason()));
  }

  /** The same faults, to which others may be added. */
  DocumentFaults copy() {
    DocumentFaults copy = new DocumentFaults(places);
    copy.faults.addAll(faults);
    return copy;
  }

  /** Whether anything is wrong with some members of the document. */
  boolean any(String... members) {
    return faults.stream()
        .anyMatch(fault -> Stream.of(members).anyMatch(fault.invalid().name()::startsWith));
  }

  boolean none() {
    return faults.isEmpty();
  }

  /**
   * Refuses the document if anything is wrong: malformed comes before senseless, and that before a
   * contradiction.
   */
  void refuse() {
    refuse("Nothing was stored.");
  }

  /**
   * Refuses the document if anything is wrong.
   *
   * @param consequence what was not done
   */
  public void refuse(String consequence) {
    if (faults.isEmpty()) {
      return;
    }
    Reason reason = faults.stream().map(Fault::reason).min(Reason::compareTo).orElseThrow();
    List<Invalid> invalid = faults.stream().map(Fault::invalid).limit(MOST_NAMED).toList();
    String message =
        faults.size() == 1
            ? "%s: %s. %s"
                .formatted(invalid.getFirst().name(), invalid.getFirst().reason(), consequence)
            : "%s things are wrong with the document. %s%s"
                .formatted(
                    faults.size(),
                    consequence,
                    faults.size() > MOST_NAMED
                        ? " The first %s are named.".formatted(MOST_NAMED)
                        : "");
    throw new Refusal(reason, message, invalid);
  }
}
