package io.regionalmetrics.feed.filing;

import java.util.Optional;

/**
 * A region as a member names it.
 *
 * @param id its code
 * @param name for people
 * @param known whether it is known without a definition: a country, or the world
 * @param standard whether it is one of the standard taxonomies' regions
 * @param residual what it is by taking away, where its name says so
 */
record Place(String id, String name, boolean known, boolean standard, Optional<String> residual) {

  static Place known(String id, String name) {
    return new Place(id, name, true, false, Optional.empty());
  }

  static Place own(String id, String name) {
    return new Place(id, name, false, false, Optional.empty());
  }

  /** The same, as one of the standard taxonomies' regions or not. */
  Place of(boolean standardTaxonomy) {
    return new Place(id, name, known, standardTaxonomy, residual);
  }
}
