package io.regionalmetrics.derive;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Breakdown;
import io.regionalmetrics.model.Remainder;
import io.regionalmetrics.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.YearQuarter;

/**
 * The parts of wholes in one quarter. How a whole divides is known for each quarter separately:
 * Apple's segments of today don't apply to 2013. The {@link Breakdown} of the quarter, if a source
 * shows one, therefore completes the definitions of a company's regions.
 */
public final class PartsInQuarter {
  private final Quarters quarters;
  private final QuarterBreakdowns breakdowns;
  private final YearQuarter period;

  /** The parts in a quarter. */
  PartsInQuarter(Quarters quarters, QuarterBreakdowns breakdowns, YearQuarter period) {
    this.quarters = quarters;
    this.breakdowns = breakdowns;
    this.period = period;
  }

  /**
   * The same parts, with regions defined by how the wholes divide in the quarter.
   *
   * @param everyRegion whether all regions are requested. If they don't make up the whole, the
   *     result has only the members of the quarter's finest breakdown or, without a breakdown, the
   *     regions with a figure in the quarter
   */
  public List<PartOfWhole> of(List<PartOfWhole> parts, boolean everyRegion) {
    Map<String, List<PartOfWhole>> byCompany = new LinkedHashMap<>();
    for (PartOfWhole part : parts) {
      byCompany.computeIfAbsent(part.subject().company(), company -> new ArrayList<>()).add(part);
    }
    return byCompany.values().stream()
        .flatMap(ofOne -> ofOneCompany(ofOne, everyRegion).stream())
        .toList();
  }

  private List<PartOfWhole> ofOneCompany(List<PartOfWhole> parts, boolean everyRegion) {
    List<Subject> subjects = parts.stream().map(PartOfWhole::subject).toList();
    Vocabulary vocabulary = breakdowns.vocabulary(subjects, period);
    List<PartOfWhole> divided =
        parts.stream()
            .map(part ->
                new PartOfWhole(part.subject().with(vocabulary), part.whole().with(vocabulary)))
            .toList();
    return everyRegion ? chosen(divided) : divided;
  }

  private List<PartOfWhole> chosen(List<PartOfWhole> parts) {
    if (PartOfWhole.arePartition(parts)) {
      return parts;
    }
    Subject whole = parts.getFirst().whole();
    List<Breakdown> divisions =
        whole
            .region()
            .single()
            .map(region -> breakdowns.of(whole.key(period), region))
            .orElse(List.of());
    List<PartOfWhole> some =
        divisions.isEmpty()
            ? parts.stream().filter(part -> quarters.isPublished(part.subject(), period)).toList()
            : members(parts, divisions.getFirst());
    return some.isEmpty() ? parts : some;
  }

  /**
   * The named remainders that some parts of one whole leave of it, if they are exactly the regions
   * of one of the quarter's breakdowns.
   */
  public List<Remainder> remainders(List<PartOfWhole> parts) {
    Subject whole = parts.getFirst().whole();
    Set<String> regions =
        parts.stream()
            .flatMap(part -> part.subject().region().single().stream())
            .collect(Collectors.toSet());
    return breakdowns.of(whole.key(period), whole.region().toString()).stream()
        .filter(breakdown -> regions.equals(Set.copyOf(breakdown.members())))
        .findFirst()
        .map(Breakdown::remainders)
        .orElse(List.of());
  }

  private static List<PartOfWhole> members(List<PartOfWhole> parts, Breakdown breakdown) {
    Set<String> members = Set.copyOf(breakdown.members());
    return parts.stream()
        .filter(part -> part.subject().region().single().filter(members::contains).isPresent())
        .toList();
  }
}
