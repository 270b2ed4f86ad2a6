package io.regionalmetrics.feed.filing;

import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a company's business, selected by members of axes that name no region: a segment, a
 * brand, a product, or a product of a segment.
 *
 * @param members the members that select it; none for the whole business
 * @param namesAxis whether its name says which axis it is on, because a slice of another axis has
 *     the same members' names
 */
record Slice(List<Member> members, boolean namesAxis) {
  /** The whole business. */
  static final Slice WHOLE = new Slice(List.of());

  /** The order of axes in ids and names, from wide to narrow; all others come before products. */
  private static final List<QualifiedName> WIDE =
      List.of(StandardAxes.SEGMENTS, StandardAxes.SUBSEGMENTS);

  private static final int MAX_LABEL = 50;

  /** Of slices with one id, the one to keep comes first. */
  static final Comparator<Slice> BEST_FIRST =
      Comparator.<Slice>comparingInt(slice -> slice.members().size())
          .thenComparing(slice -> !slice.axes().contains(StandardAxes.PRODUCTS))
          .thenComparing(Slice::toString);

  /** What ends the names of segments, but isn't part of them. */
  private static final Pattern SEGMENT = Pattern.compile("(?<=.)[Ss]egment(Member)?$");

  /**
   * A member of an axis.
   *
   * @param axis the axis under its current name
   */
  record Member(QualifiedName axis, QualifiedName name) {
    private int rank() {
      int wide = WIDE.indexOf(axis);
      if (wide >= 0) {
        return wide;
      }
      return axis.equals(StandardAxes.PRODUCTS) ? WIDE.size() + 1 : WIDE.size();
    }

    /** What it is called, in at most 50 characters: {@code Commercial Airplanes}. */
    String label() {
      String title = ElementName.title(words());
      return title.substring(0, Math.min(title.length(), MAX_LABEL));
    }

    private List<String> words() {
      String local = SEGMENT.matcher(name.local()).replaceFirst("");
      return ElementName.of(
          axis.equals(StandardAxes.SEGMENTS) ? new QualifiedName(name.prefix(), local) : name);
    }

    @Override
    public String toString() {
      return axis + "=" + name;
    }
  }

  /** Sorts the members, so that their order in a context doesn't matter. */
  Slice {
    members =
        members.stream()
            .sorted(
                Comparator.comparingInt(Member::rank)
                    .thenComparing(member -> member.axis().toString()))
            .toList();
  }

  /** A slice that its members name. */
  Slice(List<Member> members) {
    this(members, false);
  }

  /** The same slice, whose name says which axis it is on. */
  Slice withNamedAxis() {
    return new Slice(members, true);
  }

  /** The slice with a segment. */
  Slice within(Optional<QualifiedName> segment) {
    return segment.map(name -> with(StandardAxes.SEGMENTS, name)).orElse(this);
  }

  private Slice with(QualifiedName axis, QualifiedName name) {
    List<Member> more = new ArrayList<>(members);
    more.add(new Member(axis, name));
    return new Slice(more);
  }

  /** The member of an axis, if the slice has one. */
  Optional<QualifiedName> member(QualifiedName axis) {
    return members.stream().filter(one -> one.axis().equals(axis)).map(Member::name).findFirst();
  }

  /** The wider slice without an axis. */
  Slice without(QualifiedName axis) {
    return new Slice(members.stream().filter(one -> !one.axis().equals(axis)).toList());
  }

  /** Whether it is the whole business. */
  boolean isWhole() {
    return members.isEmpty();
  }

  /** The axes that select it. */
  List<QualifiedName> axes() {
    return members.stream().map(Member::axis).toList();
  }

  /** Whether a metric's definition in words selects its slice by the same axes. */
  boolean hasAxesOf(String definition) {
    return members.stream().allMatch(member -> definition.contains(member.axis() + "="))
        && definition.chars().filter(one -> one == '=').count() == members.size();
  }

  /** The id of a metric in this slice: {@code revenue-streaming}. */
  String id(String metric) {
    return isWhole() ? metric : ElementName.id(metric, words());
  }

  /** The name of a metric in this slice: {@code Streaming revenue}. */
  String name(String metric) {
    return "%s %s".formatted(ElementName.sentence(words()), metric.toLowerCase(Locale.ROOT));
  }

  /** What it is called, in at most 50 characters: {@code Commercial Airplanes}. */
  String label() {
    String title = ElementName.title(words());
    return title.substring(0, Math.min(title.length(), MAX_LABEL));
  }

  private List<String> words() {
    Stream<String> words = members.stream().flatMap(member -> member.words().stream());
    return namesAxis && !isWhole()
        ? Stream.concat(words, axisWords(members.getLast().axis())).toList()
        : words.toList();
  }

  /** What a member of an axis is: {@code segment}, {@code product}, {@code Sales Channel}. */
  private static Stream<String> axisWords(QualifiedName axis) {
    if (axis.equals(StandardAxes.SEGMENTS)) {
      return Stream.of("segment");
    }
    return axis.equals(StandardAxes.PRODUCTS)
        ? Stream.of("product")
        : ElementName.of(axis).stream().filter(word -> !word.equals("Axis"));
  }

  /**
   * How the slice is selected, for readers: {@code srt:ProductOrServiceAxis=nflx:StreamingMember}.
   */
  @Override
  public String toString() {
    return members.stream().map(Member::toString).collect(Collectors.joining(" and "));
  }

  /** Why facts of this slice are left out if none of them has a region. */
  LeftOutReason reasonWithoutRegions() {
    if (axes().equals(List.of(StandardAxes.SEGMENTS))) {
      return LeftOutReason.SEGMENT_NOT_A_REGION;
    }
    return axes().equals(List.of(StandardAxes.PRODUCTS))
        ? LeftOutReason.PRODUCT_WITHOUT_REGION
        : LeftOutReason.SLICE_WITHOUT_REGION;
  }
}
