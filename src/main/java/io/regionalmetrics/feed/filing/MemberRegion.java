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
record MemberRegion(
    String id, String name, boolean known, boolean standard, Optional<String> residual) {

  static MemberRegion known(String id, String name) {
    return new MemberRegion(id, name, true, false, Optional.empty());
  }

  static MemberRegion own(String id, String name) {
    return new MemberRegion(id, name, false, false, Optional.empty());
  }

  /** The same, as one of the standard taxonomies' regions or not. */
  MemberRegion of(boolean standardTaxonomy) {
    return new MemberRegion(id, name, known, standardTaxonomy, residual);
  }
}
