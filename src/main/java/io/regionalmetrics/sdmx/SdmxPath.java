package io.regionalmetrics.sdmx;

import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a query's path. Parts at the end that have their default may be left out.
 *
 * @param parts the parts, without empty ones at the end
 */
record SdmxPath(List<String> parts) {
  /** The most ids in one part. */
  private static final int MOST_IDS = 1_000;

  /** Copies the list. */
  SdmxPath {
    parts = List.copyOf(parts);
  }

  /** Splits a path; a slash at its end has no meaning. */
  static SdmxPath of(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    while (!parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return new SdmxPath(parts);
  }

  /** The first part; empty if there is none. */
  String first() {
    return part(0, "");
  }

  /** The parts after the first. */
  SdmxPath rest() {
    return new SdmxPath(parts.stream().skip(1).toList());
  }

  /** A part, or its default if it is left out. */
  String part(int index, String otherwise) {
    return index < parts.size() ? parts.get(index) : otherwise;
  }

  /** The parts from an index on, joined again; the default if they are left out. */
  String tail(int index, String otherwise) {
    return index < parts.size() ? String.join("/", parts.subList(index, parts.size())) : otherwise;
  }

  /** The ids in a part; empty if it means all. */
  List<String> list(int index) {
    String part = part(index, "*");
    return isAll(part) ? List.of() : Stream.of(part.split(",", MOST_IDS)).distinct().toList();
  }

  /** Whether a part means all: {@code *} or, in older versions of SDMX-REST, {@code all}. */
  static boolean isAll(String part) {
    return part.equals("*") || part.equals("all");
  }

  /** Refuses a path with too many parts. */
  void refuseMoreThan(int most, String form) {
    if (parts.size() > most) {
      throw Refusal.of(
          Reason.MALFORMED,
          "path",
          "has %s parts, more than the %s of %s".formatted(parts.size(), most, form));
    }
  }

  /** Refuses agencies among which this service's isn't. */
  static void refuseOtherAgency(String text) {
    if (!isAll(text) && !List.of(text.split(",", MOST_IDS)).contains(ArtefactType.AGENCY)) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "agencyID",
          "'%s' maintains nothing here; the agency is %s%s"
              .formatted(
                  text, ArtefactType.AGENCY, Codes.suggestion(text, List.of(ArtefactType.AGENCY))));
    }
  }

  /** Refuses versions among which the one of all artefacts isn't. */
  static void refuseOtherVersion(String text) {
    if (!VersionPattern.matches(text, ArtefactType.VERSION)) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "version",
          "'%s' is not a version of it; the version is %s".formatted(text, ArtefactType.VERSION));
    }
  }
}
