package io.regionalmetrics.mcp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The revisions of the Model Context Protocol that are spoken here, the newest first. */
enum Revision {
  /** Each request says which revision it speaks. */
  V2026_07_28("2026-07-28"),
  /** The client asks for a revision once, by {@code initialize}. */
  V2025_11_25("2025-11-25"),
  /** The same, for what is offered here. */
  V2025_06_18("2025-06-18");

  private final String code;

  Revision(String code) {
    this.code = code;
  }

  /** The revision as messages write it. */
  String code() {
    return code;
  }

  /** Whether each request describes itself, so that there is no handshake. */
  boolean isStateless() {
    return this == V2026_07_28;
  }

  /** The revision with a code; empty if it isn't spoken here. */
  static Optional<Revision> of(String code) {
    return Stream.of(values()).filter(revision -> revision.code.equals(code)).findFirst();
  }

  /** The codes of all revisions. */
  static List<String> codes() {
    return Stream.of(values()).map(Revision::code).toList();
  }

  /**
   * The revision to answer an {@code initialize} with: the requested one, or else the newest that
   * has this method.
   */
  static Revision negotiated(String requested) {
    return of(requested).filter(revision -> !revision.isStateless()).orElse(V2025_11_25);
  }
}
