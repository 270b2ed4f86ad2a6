package io.regionalmetrics.sdmx;

import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Reason;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A filter by the values of a component: {@code c[TIME_PERIOD]=ge:2017-Q1+le:2017-Q4}. A comma
 * means "or", a plus sign "and", and plus signs come first.
 *
 * @param component the component
 * @param equal the values, if the filter only lists them; empty otherwise
 * @param condition whether a value passes
 * @param span a span of time in which all periods lie that pass; empty if none does
 */
record ComponentFilter(
    Component component,
    Optional<Set<String>> equal,
    Predicate<String> condition,
    Optional<TimeSpan> span) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  /** The most terms of a filter that doesn't only list texts. */
  private static final int MOST_TERMS = 100;

  /**
   * One term of a filter, such as {@code ge:2017-Q1}.
   *
   * @param operand what to compare values with
   */
  private record Term(FilterOperator operator, String operand) {
    static Term parse(String text) {
      return FilterOperator.of(text)
          .map(operator -> new Term(operator, text.substring(operator.prefix().length())))
          .orElseGet(() -> new Term(FilterOperator.EQ, text));
    }

    /** A span of time in which all periods lie that fulfil this. */
    TimeSpan span() {
      TimeSpan days = TimeSpan.parse(operand).orElse(TimeSpan.ALL);
      return switch (operator) {
        case EQ -> days;
        case LT, LE -> new TimeSpan(TimeSpan.ALL.first(), days.last());
        case GT, GE -> new TimeSpan(days.first(), TimeSpan.ALL.last());
        case NE, CO, NC, SW, EW -> TimeSpan.ALL;
      };
    }
  }

  /**
   * Reads a filter.
   *
   * @param parameter the parameter's name, for refusals
   * @throws Refusal if it has an empty term or too many, or if an operand is no number or period
   *     where one is needed
   */
  static ComponentFilter parse(Component component, String parameter, String text) {
    List<List<Term>> groups =
        Stream.of(text.split(",", -1))
            .map(group -> Stream.of(group.split("\\+", -1)).map(Term::parse).toList())
            .toList();
    Optional<Set<String>> equal = equal(component, groups);
    Predicate<String> condition =
        equal.isPresent() ? equal.get()::contains : any(component, parameter, groups);
    return new ComponentFilter(component, equal, condition, span(component, groups));
  }

  private static Optional<TimeSpan> span(Component component, List<List<Term>> groups) {
    return component == Component.TIME_PERIOD
        ? groups.stream().flatMap(group -> span(group).stream()).reduce(TimeSpan::to)
        : Optional.of(TimeSpan.ALL);
  }

  private static Optional<TimeSpan> span(List<Term> group) {
    Optional<TimeSpan> span = Optional.of(TimeSpan.ALL);
    for (Term term : group) {
      span = span.flatMap(one -> one.and(term.span()));
    }
    return span;
  }

  private static Predicate<String> any(
      Component component, String parameter, List<List<Term>> groups) {
    if (groups.stream().mapToInt(List::size).sum() > MOST_TERMS) {
      throw Refusal.of(
          Reason.MALFORMED,
          parameter,
          "has more than %s terms; ask for a range, such as ge:2017-Q1+le:2018-Q4"
              .formatted(MOST_TERMS));
    }
    List<Predicate<String>> each =
        groups.stream().map(group -> all(component, parameter, group)).toList();
    return value -> each.stream().anyMatch(one -> one.test(value));
  }

  /** The operands, if the filter only lists texts. */
  private static Optional<Set<String>> equal(Component component, List<List<Term>> groups) {
    Set<String> values = new LinkedHashSet<>();
    boolean isList = component != Component.TIME_PERIOD && !component.isNumeric();
    for (List<Term> group : groups) {
      Term first = group.getFirst();
      isList &= group.size() == 1 && first.operator() == FilterOperator.EQ;
      isList &= !first.operand().isEmpty();
      values.add(first.operand());
    }
    return isList ? Optional.of(values) : Optional.empty();
  }

  private static Predicate<String> all(Component component, String parameter, List<Term> group) {
    List<Predicate<String>> each =
        group.stream().map(term -> condition(component, parameter, term)).toList();
    return value -> each.stream().allMatch(one -> one.test(value));
  }

  private static Predicate<String> condition(Component component, String parameter, Term term) {
    if (term.operand().isEmpty()) {
      throw Refusal.of(
          Reason.MALFORMED, parameter, "has an empty value; give it one, such as ge:2017-Q1");
    }
    if (isOfText(term.operator())) {
      return ofText(term);
    }
    if (component == Component.TIME_PERIOD) {
      return ofTime(parameter, term);
    }
    boolean comparesNumbers =
        component.isNumeric() || (component == Component.DECIMALS && term.operator().isOrder());
    return comparesNumbers ? ofNumber(parameter, term) : ofText(term);
  }

  private static boolean isOfText(FilterOperator operator) {
    return switch (operator) {
      case CO, NC, SW, EW -> true;
      case EQ, NE, LT, LE, GT, GE -> false;
    };
  }

  private static Predicate<String> ofText(Term term) {
    String operand = term.operand();
    return switch (term.operator()) {
      case CO -> value -> value.contains(operand);
      case NC -> value -> !value.contains(operand);
      case SW -> value -> value.startsWith(operand);
      case EW -> value -> value.endsWith(operand);
      default -> value -> term.operator().isFulfilled(value.compareTo(operand));
    };
  }

  private static Predicate<String> ofNumber(String parameter, Term term) {
    BigDecimal operand =
        number(term.operand())
            .orElseThrow(() ->
                Refusal.of(
                    Reason.MALFORMED,
                    parameter,
                    "'%s' is not a number such as 106000000".formatted(term.operand())));
    return value ->
        number(value)
            .map(number -> term.operator().isFulfilled(number.compareTo(operand)))
            .orElse(term.operator() == FilterOperator.NE);
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static Predicate<String> ofTime(String parameter, Term term) {
    TimeSpan operand =
        TimeSpan.parse(term.operand())
            .orElseThrow(() ->
                Refusal.of(
                    Reason.MALFORMED,
                    parameter,
                    "'%s' is not a period such as 2017-Q4, 2017, 2017-10 or 2017-10-01"
                        .formatted(term.operand())));
    return value -> TimeSpan.parse(value).filter(span -> isIn(span, term, operand)).isPresent();
  }

  private static boolean isIn(TimeSpan span, Term term, TimeSpan operand) {
    return switch (term.operator()) {
      case EQ -> operand.holds(span);
      case NE -> !operand.holds(span);
      case LT -> span.last().isBefore(operand.first());
      case LE -> !span.last().isAfter(operand.last());
      case GT -> span.first().isAfter(operand.last());
      case GE -> !span.first().isBefore(operand.first());
      case CO, NC, SW, EW -> throw new IllegalArgumentException(term + " compares texts");
    };
  }
}
