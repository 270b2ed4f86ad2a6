package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Containment;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the codes of a question into subjects and the wholes that they are parts of. */
final class PartResolver {
  private final DefinitionLookup definitions;
  private final SubjectResolver subjects;

  PartResolver(DefinitionLookup definitions, SubjectResolver subjects) {
    this.definitions = definitions;
    this.subjects = subjects;
  }

  /**
   * Each company's metric in each region, with the whole that it is part of.
   *
   * @throws Refusal if a whole is known not to hold one of its parts
   */
  List<PartOfWhole> parts(Selection selection, String whole) {
    List<PartOfWhole> parts =
        definitions.resolve(() -> {
          String metric = subjects.oneMetric(selection);
          return selection.companies().stream()
              .flatMap(
                  company -> parts(company, subjects.metric(company, metric), whole, selection))
              .toList();
        });
    if (parts.isEmpty()) {
      throw Refusal.of(
          Reason.UNKNOWN,
          "region",
          "no part of %s has figures for %s".formatted(whole, selection.metric().orElseThrow()));
    }
    parts.forEach(PartOfWhole::refuseUnlessContained);
    return parts;
  }

  private Stream<PartOfWhole> parts(
      String company, Metric metric, String wholeRegion, Selection selection) {
    if (metric.kind() == MetricKind.RATIO) {
      throw MetricRefusal.ofRatioAsWhole(metric);
    }
    Vocabulary vocabulary = definitions.vocabulary(company);
    Subject whole = SubjectResolver.subject(vocabulary, metric, wholeRegion, "whole");
    List<String> regions =
        selection.everyRegion()
            ? everyPart(whole, SubjectResolver.regionsWithFigures(vocabulary, metric))
            : selection.regionsOrAll();
    return regions.stream()
        .map(region -> new PartOfWhole(subjects.subjectOf(vocabulary, metric, region), whole));
  }

  /**
   * All parts of a whole. Takes the partition of the whole whose regions all have figures, or else
   * the one with the most regions that have; on a tie, the one with the most regions. Without a
   * partition, takes every region with figures except the whole itself and regions outside it.
   */
  private static List<String> everyPart(Subject whole, List<String> known) {
    return PartOfWhole.partitions(whole)
        .filter(partition -> partition.stream().anyMatch(known::contains))
        .max(
            Comparator.<List<String>>comparingInt(partition -> known.containsAll(partition) ? 1 : 0)
                .thenComparingLong(partition -> partition.stream().filter(known::contains).count())
                .thenComparingInt(List::size))
        .orElseGet(() -> within(whole, known));
  }

  private static List<String> within(Subject whole, List<String> known) {
    return known.stream()
        .filter(region -> !whole.equivalents().contains(region))
        .filter(region -> new PartOfWhole(whole.in(region), whole).containment() != Containment.NO)
        .toList();
  }

  /**
   * The whole of each company's subjects.
   *
   * @throws Refusal if a whole is known not to hold one of its parts
   */
  Map<String, Subject> wholes(String region, List<Subject> parts) {
    Map<String, Subject> wholes = new LinkedHashMap<>();
    for (Subject part : parts) {
      Subject whole =
          wholes.computeIfAbsent(
              part.company(), company -> subjects.inRegion(part, region, "whole"));
      new PartOfWhole(part, whole).refuseUnlessContained();
    }
    return wholes;
  }
}
