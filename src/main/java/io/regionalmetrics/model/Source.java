package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who says so, and since when.
 *
 * @param id {@code [a-z0-9-]+}
 * @param title of the document
 * @param publisher its name
 * @param url where it can be read
 * @param published the day from which its figures are known (UTC)
 * @param kind how it ranks
 */
public record Source(
    String id,
    String title,
    String publisher,
    Optional<String> url,
    LocalDate published,
    SourceKind kind) {

  /** Whether another describes the same document, whatever its day of publication. */
  public boolean agreesWith(Source other) {
    return id.equals(other.id)
        && title.equals(other.title)
        && publisher.equals(other.publisher)
        && url.equals(other.url)
        && kind == other.kind;
  }

  /**
   * Who answers for a company's figures in this: the company itself in its filings and releases,
   * else the publisher.
   */
  String publisherFor(String company) {
    return kind.rank() == 0 ? "company:" + company : publisher;
  }

  /** Kinds of sources. */
  public enum SourceKind {
    /** What a company filed with an authority; its publisher is the company. */
    FILING(0),
    /** What a company says elsewhere. */
    COMPANY(0),
    /** News. */
    PRESS(1),
    /** Anybody's collection. */
    DATASET(2);

    private final int rank;

    SourceKind(int rank) {
      this.rank = rank;
    }

    /** Whose figure answers: lower first, a higher rank only where no lower one says anything. */
    public int rank() {
      return rank;
    }

    /** The word in documents and answers. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word, if it is one. */
    public static Optional<SourceKind> of(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }
}
