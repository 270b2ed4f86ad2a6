package io.regionalmetrics.model;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A publication that reports figures.
 *
 * @param id {@code [a-z0-9-]+}, such as {@code reuters-2018-03-01}
 * @param title the document's title
 * @param publisher the publisher's name
 * @param url the address at which it can be read
 * @param published the publication day (UTC); its figures are known from this day on
 * @param kind filing, company, press or dataset; ranks its figures against those of other sources
 * @param file the file that its figures were read from, if a feed read one
 */
public record Source(
    String id,
    String title,
    String publisher,
    Optional<String> url,
    LocalDate published,
    SourceKind kind,
    Optional<SourceFile> file) {

  /** Removes surplus spaces from title and publisher, which tables from before may have. */
  public Source {
    title = Whitespace.collapse(title);
    publisher = Whitespace.collapse(publisher);
  }

  /** A source that no file is known of. */
  public Source(
      String id,
      String title,
      String publisher,
      Optional<String> url,
      LocalDate published,
      SourceKind kind) {
    this(id, title, publisher, url, published, kind, Optional.empty());
  }

  /** A copy that was read from a file. */
  public Source with(SourceFile read) {
    return new Source(id, title, publisher, url, published, kind, Optional.of(read));
  }

  /**
   * A copy with the file of another description of the same edition, if only that one names the
   * file that was read.
   */
  public Source withFileOf(Source other) {
    return file.isEmpty() && isSameEditionAs(other)
        ? other.file.map(this::with).orElse(this)
        : this;
  }

  /** Whether another source is the same edition of the same document. */
  boolean isSameEditionAs(Source other) {
    return id.equals(other.id) && published.equals(other.published);
  }

  /** Whether another source describes the same document; days and files may differ. */
  public boolean agreesWith(Source other) {
    return id.equals(other.id)
        && title.equals(other.title)
        && publisher.equals(other.publisher)
        && url.equals(other.url)
        && kind == other.kind;
  }

  /**
   * Who is responsible for a company's figures in this source: the company itself in its filings
   * and releases, otherwise the publisher.
   */
  String publisherFor(String company) {
    return kind.rank() == 0 ? "company:" + company : publisher;
  }

  /** Kinds of sources. */
  public enum SourceKind {
    /** A document that a company filed with an authority; the company counts as its publisher. */
    FILING(0),
    /** Any other publication by a company. */
    COMPANY(0),
    /** A news article. */
    PRESS(1),
    /** A collection of figures by a third party. */
    DATASET(2);

    private final int rank;

    SourceKind(int rank) {
      this.rank = rank;
    }

    /** The rank: a figure of a higher rank is used only if there is none of a lower rank. */
    public int rank() {
      return rank;
    }

    /** The code in documents and answers, such as {@code press}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a code; empty if there is none. */
    public static Optional<SourceKind> of(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }
}
