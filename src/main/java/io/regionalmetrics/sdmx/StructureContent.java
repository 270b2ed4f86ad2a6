package io.regionalmetrics.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The artefacts of an answer with what it shows of each.
 *
 * @param shown the artefacts, in the order of their types
 */
record StructureContent(List<Shown> shown) {

  /**
   * What an answer shows of an artefact.
   *
   * @param description its description; empty for a stub without one
   * @param isStub whether its content is left out
   * @param items its items; none for a stub and for what has no items
   */
  record Shown(Artefact artefact, Optional<String> description, boolean isStub, Items items) {}

  /** Copies the list. */
  StructureContent {
    shown = List.copyOf(shown);
  }

  /** Those of a type. */
  List<Shown> of(ArtefactType type) {
    return shown.stream().filter(one -> one.artefact().type() == type).toList();
  }

  /** The types of which there are any. */
  List<ArtefactType> types() {
    return Stream.of(ArtefactType.values()).filter(type -> !of(type).isEmpty()).toList();
  }
}
