package io.regionalmetrics.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A difference of facts, as the derivation of a figure words it: "the year to 2023-12-31
 * (sec-0001065280-24-000030) less the nine months to 2023-09-30 (sec-0001065280-24-000287)".
 *
 * @param derivation the words
 * @param source the id of the figure's own source
 */
record FiledDifference(String derivation, String source, Map<String, FiledReport> reports) {
  private static final Pattern OPERAND =
      Pattern.compile(
          "(quarter|half-year|nine months|year)s? to (\\d{4}-\\d{2}-\\d{2}) \\((sec-[0-9-]+)\\)");
  private static final Map<String, Integer> WEEKS =
      Map.of("quarter", 13, "half-year", 26, "nine months", 39, "year", 52);
  private static final int MOST_WEEKS_APART = 4;

  /** A sum of time that a derivation names. */
  private record Operand(String length, LocalDate end, String source) {
    boolean matches(FiledFact fact) {
      return fact.end().equals(end)
          && Math.abs(fact.days() / 7 - WEEKS.getOrDefault(length, 0)) <= MOST_WEEKS_APART;
    }
  }

  /** A value of some members: a fact, or what is left of sales after eliminations. */
  private record Term(Set<String> members, BigDecimal value) {
    /** The members by their local names: a taxonomy may take over a company's own member. */
    static Term of(FiledFact fact, BigDecimal value) {
      return new Term(
          fact.members().stream()
              .map(member -> member.replaceFirst(".*:", ""))
              .collect(Collectors.toSet()),
          value);
    }

    boolean isOfPlaceOf(Term other) {
      return members.containsAll(other.members) || other.members.containsAll(members);
    }
  }

  /** Whether values of one place, subtracted as the words say, give a figure. */
  boolean gives(StoredFigure figure) {
    List<List<Term>> operands = operands().stream().map(this::terms).toList();
    return operands.isEmpty()
        ? lessEliminations(reports.get(source).ofThreeMonths())
            .anyMatch(term -> term.value().compareTo(figure.value()) == 0)
        : operands.getFirst().stream()
            .anyMatch(first ->
                isLeft(figure.value(), first, first.value(), operands.subList(1, operands.size())));
  }

  private List<Operand> operands() {
    List<Operand> operands = new ArrayList<>();
    Matcher matcher = OPERAND.matcher(derivation);
    while (matcher.find()) {
      operands.add(
          new Operand(matcher.group(1), LocalDate.parse(matcher.group(2)), matcher.group(3)));
    }
    return operands;
  }

  private List<Term> terms(Operand operand) {
    List<FiledFact> facts =
        reports.get(operand.source()).facts().stream().filter(operand::matches).toList();
    return Stream.concat(
            facts.stream().map(fact -> Term.of(fact, fact.value())), lessEliminations(facts))
        .toList();
  }

  /** The sales of each place less its eliminations, where both are among the facts. */
  private static Stream<Term> lessEliminations(List<FiledFact> facts) {
    List<FiledFact> eliminations = facts.stream().filter(FiledDifference::isElimination).toList();
    return eliminations.stream()
        .flatMap(eliminated ->
            facts.stream()
                .filter(sales -> isLessened(sales, eliminated))
                .map(sales -> Term.of(sales, sales.value().subtract(eliminated.value().abs()))));
  }

  private static boolean isElimination(FiledFact fact) {
    return fact.members().stream().anyMatch(member -> member.contains("Elimination"));
  }

  private static boolean isLessened(FiledFact sales, FiledFact eliminated) {
    return eliminated.end().equals(sales.end())
        && !isElimination(sales)
        && sales.members().stream().anyMatch(eliminated.members()::contains);
  }

  /** Whether a value is left after one term of each operand is subtracted. */
  private static boolean isLeft(
      BigDecimal value, Term first, BigDecimal left, List<List<Term>> operands) {
    if (operands.isEmpty()) {
      return left.compareTo(value) == 0;
    }
    BigDecimal last = left.subtract(value);
    List<List<Term>> others = operands.subList(1, operands.size());
    return operands.getFirst().stream()
        .filter(term -> !others.isEmpty() || term.value().compareTo(last) == 0)
        .filter(first::isOfPlaceOf)
        .anyMatch(term -> isLeft(value, first, left.subtract(term.value()), others));
  }
}
