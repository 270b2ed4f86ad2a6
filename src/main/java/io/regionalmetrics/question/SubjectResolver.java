package io.regionalmetrics.question;

import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.model.Coverage;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.RatioTerms;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Turns the codes of a question into subjects, using the definitions of its companies. */
final class SubjectResolver {
  private final DefinitionLookup definitions;

  SubjectResolver(DefinitionLookup definitions) {
    this.definitions = definitions;
  }

  /** The subjects of a comparison: each company's metric in each region, in the order requested. */
  List<Subject> subjects(Selection selection) {
    return definitions.resolve(() -> {
      String metric = oneMetric(selection);
      List<Subject> subjects =
          selection.companies().stream()
              .flatMap(company ->
                  subjects(
                      definitions.vocabulary(company),
                      metric(company, metric),
                      selection.regionsOrAll()))
              .toList();
      if (subjects.isEmpty()) {
        throw Refusal.of(
            Reason.UNKNOWN, "region", "no region has figures for %s".formatted(metric));
      }
      return subjects;
    });
  }

  /** The subjects of a check: those selected, or all. */
  List<Subject> selected(Selection selection) {
    return definitions.resolve(() ->
        selection.companies().stream()
            .flatMap(company ->
                metrics(company, selection).stream()
                    .flatMap(metric ->
                        subjects(
                            definitions.vocabulary(company), metric, selection.regionsOrAll())))
            .toList());
  }

  /**
   * The one metric of a question.
   *
   * @throws Refusal if several are given
   */
  String oneMetric(Selection selection) {
    String metric = selection.metric().orElseThrow();
    if (metric.indexOf(',') >= 0) {
      String company = selection.companies().getFirst();
      throw MetricRefusal.ofSeveral(
          metric,
          selection.metrics().stream().map(id -> metric(company, id)).toList(),
          definitions.vocabulary(company).metrics().values());
    }
    return metric;
  }

  private List<Metric> metrics(String company, Selection selection) {
    return selection.metric().isPresent()
        ? selection.metrics().stream().map(id -> metric(company, id)).toList()
        : List.copyOf(definitions.vocabulary(company).metrics().values());
  }

  /**
   * A company's metric.
   *
   * @throws Refusal if it isn't known
   */
  Metric metric(String company, String id) {
    Vocabulary vocabulary = definitions.vocabulary(company);
    return vocabulary
        .metric(id)
        .orElseThrow(() ->
            Refusal.of(
                Reason.UNKNOWN,
                "metric",
                "'%s' is not a known metric%s"
                    .formatted(id, Codes.suggestion(id, vocabulary.metrics().keySet()))));
  }

  private Stream<Subject> subjects(Vocabulary vocabulary, Metric metric, List<String> regions) {
    List<String> all =
        Selection.isEveryRegion(regions) ? regionsWithFigures(vocabulary, metric) : regions;
    return all.stream().map(region -> subjectOf(vocabulary, metric, region));
  }

  /**
   * The regions for which a company has figures of a metric or of a ratio's numerator, in
   * alphabetical order.
   */
  static List<String> regionsWithFigures(Vocabulary vocabulary, Metric metric) {
    Map<String, Map<String, Coverage>> coverage = vocabulary.company().coverage();
    TreeSet<String> regions = new TreeSet<>(coverage.getOrDefault(metric.id(), Map.of()).keySet());
    metric
        .terms()
        .map(RatioTerms::numerator)
        .ifPresent(
            numerator -> regions.addAll(coverage.getOrDefault(numerator, Map.of()).keySet()));
    return List.copyOf(regions);
  }

  /** The metric of a subject in another region. */
  Subject inRegion(Subject subject, String region, String parameter) {
    return definitions.resolve(() ->
        subject(definitions.vocabulary(subject.company()), subject.metric(), region, parameter));
  }

  /**
   * The subject to compare the others with.
   *
   * @param text a region of the first company, such as {@code UCAN}, or a company and a region,
   *     such as {@code netflix:UCAN}
   * @param subjects the others
   */
  Subject against(String text, List<Subject> subjects, List<String> companies) {
    Subject first = subjects.getFirst();
    int colon = text.indexOf(':');
    String company = colon < 0 ? first.company() : text.substring(0, colon);
    if (!companies.contains(company)) {
      throw unknownCompany(company, companies);
    }
    String region = text.substring(colon + 1);
    return definitions.resolve(() ->
        subject(
            definitions.vocabulary(company),
            metric(company, first.metric().id()),
            region,
            "against"));
  }

  private static Refusal unknownCompany(String company, List<String> companies) {
    return Refusal.of(
        Reason.UNKNOWN,
        "against",
        "'%s' is not one of the companies in the question%s"
            .formatted(company, Codes.suggestion(company, companies)));
  }

  /**
   * A company's metric in a region.
   *
   * @param parameter the parameter that names the region, for refusals
   */
  static Subject subject(Vocabulary vocabulary, Metric metric, String text, String parameter) {
    try {
      RegionExpression written = RegionExpression.parse(text);
      RegionExpression region = written.map(code -> region(vocabulary, code).id());
      Subject subject = new Subject(vocabulary, metric, text, region);
      refuseNonsense(subject, parameter);
      return subject;
    } catch (Refusal refusal) {
      throw Refusal.of(refusal.reason(), parameter, refusal.invalid().getFirst().reason());
    }
  }

  /**
   * A company's metric in a region of a question. A region that only others of several companies
   * have is one without figures for this company.
   */
  Subject subjectOf(Vocabulary vocabulary, Metric metric, String text) {
    return definitions.isKnownToOthersOnly(text, vocabulary)
        ? new Subject(vocabulary, metric, text, RegionExpression.parse(text))
        : subject(vocabulary, metric, text, "region");
  }

  private static Region region(Vocabulary vocabulary, String code) {
    return vocabulary
        .region(code)
        .orElseThrow(() ->
            Refusal.of(
                Reason.UNKNOWN,
                "region",
                "'%s' is neither a country code nor a defined region%s"
                    .formatted(code, vocabulary.regionSuggestion(code))));
  }

  private static void refuseNonsense(Subject subject, String parameter) {
    subject
        .algebra()
        .overlaps()
        .objection(subject.region())
        .ifPresent(why -> {
          throw Refusal.of(Reason.SENSELESS, parameter, why);
        });
    Metric metric = subject.metric();
    if (metric.kind() == MetricKind.RATIO
        && metric.terms().isEmpty()
        && subject.equivalents().isEmpty()) {
      throw MetricRefusal.ofRatioWithoutTerms(subject, parameter);
    }
  }
}
