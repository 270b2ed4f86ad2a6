package io.regionalmetrics.feed.filing;

import io.regionalmetrics.feed.filing.NetOfEliminations.Net;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.xbrl.Fact;
import java.util.List;
import java.util.Optional;

/**
 * Where a candidate's value comes from.
 *
 * @param derivation how it follows from several facts, for a reader; empty if the filing states it
 * @param facts the facts as filed: one, or those that it follows from
 * @param citations describes them
 */
record FactOrigin(Optional<String> derivation, List<Fact> facts, FactCitations citations) {

  /** The origin of what the filing states in one fact. */
  static FactOrigin of(Fact fact, FactCitations citations) {
    return new FactOrigin(Optional.empty(), List.of(fact), citations);
  }

  /** The origin of a difference. */
  static FactOrigin of(Net net, FactCitations citations) {
    return new FactOrigin(
        Optional.of(net.derivation()), List.of(net.segments(), net.eliminated()), citations);
  }

  /** The origin of a sum. */
  static FactOrigin ofSum(List<FactOrigin> parts, String derivation) {
    return new FactOrigin(
        Optional.of(derivation),
        parts.stream().flatMap(part -> part.facts().stream()).toList(),
        parts.getFirst().citations());
  }

  /** The facts as they are cited. */
  List<FiledFact> cited() {
    return citations.of(facts);
  }
}
