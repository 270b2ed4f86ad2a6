package io.regionalmetrics.question;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.Finding;
import io.regionalmetrics.answer.FindingCode;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.region.RegionExpression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds regions that an answer shows for several companies, each of which defines the region for
 * itself. Two companies' {@code APAC} may have different countries. Countries, {@code WORLD},
 * common definitions and residuals such as {@code WORLD-US} mean the same for all.
 */
final class OwnDefinitions {
  private static final Set<QuestionKind> COMPARED =
      EnumSet.complementOf(EnumSet.of(QuestionKind.CHECK, QuestionKind.REVISIONS));

  private final Map<String, Vocabulary> vocabularies;

  /**
   * The definitions of a question's companies.
   *
   * @param vocabularies the definitions by company
   */
  OwnDefinitions(Map<String, Vocabulary> vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** The findings of an answer, one for each such region. */
  List<Finding> findings(Answer answer) {
    return mayDiffer(answer)
        ? rowsByRegion(answer.rows()).entrySet().stream()
            .filter(one -> companies(one.getValue(), answer.rows()).size() > 1)
            .map(one -> finding(one.getKey(), one.getValue(), answer.rows()))
            .toList()
        : List.of();
  }

  private boolean mayDiffer(Answer answer) {
    return vocabularies.size() > 1 && COMPARED.contains(answer.kind());
  }

  /** The numbers of the rows with a value, by each region that its company defines for itself. */
  private Map<String, List<Integer>> rowsByRegion(List<AnswerRow> rows) {
    Map<String, List<Integer>> byRegion = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      int number = row;
      if (rows.get(row).known(RowField.VALUE).isPresent()) {
        ownRegions(rows.get(row))
            .forEach(
                region -> byRegion.computeIfAbsent(region, same -> new ArrayList<>()).add(number));
      }
    }
    return byRegion;
  }

  private Stream<String> ownRegions(AnswerRow row) {
    Vocabulary vocabulary = vocabularies.get(row.company());
    return vocabulary == null
        ? Stream.empty()
        : RegionExpression.parse(row.region()).terms().keySet().stream()
            .flatMap(code -> vocabulary.company().definitions().region(code).stream())
            .filter(region -> region.residual().isEmpty())
            .map(Region::id)
            .distinct();
  }

  private static List<String> companies(List<Integer> numbers, List<AnswerRow> rows) {
    return numbers.stream().map(row -> rows.get(row).company()).distinct().toList();
  }

  private Finding finding(String region, List<Integer> numbers, List<AnswerRow> rows) {
    String names =
        companies(numbers, rows).stream()
            .flatMap(company -> Stream.ofNullable(vocabularies.get(company)))
            .map(vocabulary -> vocabulary.company().company().name())
            .collect(Collectors.joining(", "));
    return new Finding(
        FindingCode.OWN_DEFINITIONS,
        numbers,
        "Each of these companies defines %s for itself, so its countries may differ: %s."
            .formatted(region, names));
  }
}
