package io.regionalmetrics.xbrl;

/** Refuses a linkbase with more locators, resources and arcs than any real filing has. */
final class LinkbaseLimit {
  private static final int MAX_ELEMENTS = 500_000;

  private int elements;

  /** Counts one more element. */
  void count() {
    elements++;
    if (elements > MAX_ELEMENTS) {
      throw new UnreadableInstance(
          "its links have more than the limit of %s elements".formatted(MAX_ELEMENTS));
    }
  }
}
