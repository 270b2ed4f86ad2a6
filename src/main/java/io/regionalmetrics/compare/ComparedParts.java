package io.regionalmetrics.compare;

import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.PartLevels;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.derive.PartsInQuarter;
import io.regionalmetrics.model.Remainder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The parts of wholes in a quarter, and the named remainders of one whole. The parts of a partition
 * make up the whole with its remainders, so they are of one book; any other part is of one book
 * with its whole.
 *
 * @param isPartition whether the parts are a partition of one whole
 * @param parts the parts, in the order of the rows
 * @param names the named remainders; empty unless the parts are a partition
 * @param remainders what is computed of each named remainder, in the order of the names
 */
record ComparedParts<T extends ComparedPart>(
    boolean isPartition, List<T> parts, List<Remainder> names, List<T> remainders) {

  /**
   * Compares parts.
   *
   * @param everyRegion whether every region was requested: then the parts are those of the quarter
   *     (see {@link PartsInQuarter#of}), the one with the largest size first
   * @param comparison computes one part from levels
   */
  static <T extends ComparedPart> ComparedParts<T> of(
      PartsInQuarter inQuarter,
      List<PartOfWhole> requested,
      boolean everyRegion,
      PartLevels levels,
      BiFunction<PartOfWhole, PartLevels, T> comparison) {
    List<PartOfWhole> parts = inQuarter.of(requested, everyRegion);
    ComparedParts<T> compared =
        PartOfWhole.arePartition(parts)
            ? ofPartition(parts, inQuarter.remainders(parts), levels, comparison)
            : ofEach(parts, levels, comparison);
    return everyRegion ? compared.largestFirst() : compared;
  }

  private static <T extends ComparedPart> ComparedParts<T> ofEach(
      List<PartOfWhole> parts,
      PartLevels levels,
      BiFunction<PartOfWhole, PartLevels, T> comparison) {
    List<T> compared =
        parts.stream()
            .flatMap(part -> inOneBook(List.of(part), levels, comparison).stream())
            .toList();
    return new ComparedParts<>(false, compared, List.of(), List.of());
  }

  private static <T extends ComparedPart> ComparedParts<T> ofPartition(
      List<PartOfWhole> parts,
      List<Remainder> names,
      PartLevels levels,
      BiFunction<PartOfWhole, PartLevels, T> comparison) {
    List<PartOfWhole> all = new ArrayList<>(parts);
    names.forEach(name -> all.add(parts.getFirst().ofRemainder(name.code())));
    List<T> compared = inOneBook(all, levels, comparison);
    return new ComparedParts<>(
        true,
        compared.subList(0, parts.size()),
        names,
        compared.subList(parts.size(), compared.size()));
  }

  private static <T extends ComparedPart> List<T> inOneBook(
      List<PartOfWhole> together,
      PartLevels levels,
      BiFunction<PartOfWhole, PartLevels, T> comparison) {
    return levels.inOneBook(
        book -> together.stream().map(part -> comparison.apply(part, book)).toList(),
        compared -> compared.stream().flatMap(ComparedPart::levels).toList());
  }

  private ComparedParts<T> largestFirst() {
    List<T> sorted = parts.stream().sorted(Levels.largestFirst(ComparedPart::size)).toList();
    return new ComparedParts<>(isPartition, sorted, names, remainders);
  }

  /** The part and the whole of each row. */
  List<PartOfWhole> partsOfWholes() {
    return parts.stream().map(ComparedPart::part).toList();
  }

  /**
   * What the parts leave of their whole; nothing is known of it unless they are a partition.
   *
   * @param ofAll the fields of the remainder, as all parts leave them
   * @param ofNamed the fields of a named remainder
   */
  PartRemainder remainder(
      Function<List<T>, Map<RowField, RowValue>> ofAll,
      Function<T, Map<RowField, RowValue>> ofNamed) {
    return isPartition
        ? PartRemainder.of(ofAll.apply(parts), names, remainders.stream().map(ofNamed).toList())
        : PartRemainder.NONE;
  }
}
