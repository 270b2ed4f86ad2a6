package io.regionalmetrics.mcp;

import java.util.List;

/** A revision of the Model Context Protocol. */
record Revision(String code) {
  /** The newest: each request says which revision it speaks. */
  static final Revision NEWEST = new Revision("2026-07-28");

  /** The newest in which the client asks for a revision once, by {@code initialize}. */
  static final Revision WITH_HANDSHAKE = new Revision("2025-11-25");

  /** Those that are spoken here, the newest first. 2025-06-18 is the same for what is offered. */
  static final List<String> SPOKEN = List.of(NEWEST.code, WITH_HANDSHAKE.code, "2025-06-18");

  /** Whether each request describes itself, so that there is no handshake. */
  boolean isStateless() {
    return equals(NEWEST);
  }

  /** Whether it is spoken here. */
  boolean isSpoken() {
    return SPOKEN.contains(code);
  }

  /**
   * The revision to answer an {@code initialize} with: the requested one, or else the newest that
   * has this method.
   */
  static Revision negotiated(String requested) {
    Revision revision = new Revision(requested);
    return revision.isSpoken() && !revision.isStateless() ? revision : WITH_HANDSHAKE;
  }
}
