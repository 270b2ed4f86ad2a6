package io.regionalmetrics.sdmx;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The operators of a filter by component values, as SDMX-REST names them in lower case. */
enum FilterOperator {
  /** Equal to the operand. */
  EQ,
  /** Not equal to it. */
  NE,
  /** Less than it. */
  LT,
  /** Less than it, or equal. */
  LE,
  /** Greater than it. */
  GT,
  /** Greater than it, or equal. */
  GE,
  /** Contains it. */
  CO,
  /** Does not contain it. */
  NC,
  /** Starts with it. */
  SW,
  /** Ends with it. */
  EW;

  /** The operator that a term begins with, such as {@code ge:2017}; empty if it has none. */
  static Optional<FilterOperator> of(String term) {
    return Stream.of(values()).filter(operator -> term.startsWith(operator.prefix())).findFirst();
  }

  /** How a term with this operator begins. */
  String prefix() {
    return name().toLowerCase(Locale.ROOT) + ":";
  }

  /** Whether the operator compares by order. */
  boolean isOrder() {
    return this == LT || this == LE || this == GT || this == GE;
  }

  /** Whether a value fulfils the operator, given how it compares with the operand. */
  boolean isFulfilled(int comparison) {
    return switch (this) {
      case EQ -> comparison == 0;
      case NE -> comparison != 0;
      case LT -> comparison < 0;
      case LE -> comparison <= 0;
      case GT -> comparison > 0;
      case GE -> comparison >= 0;
      case CO, NC, SW, EW -> throw new IllegalArgumentException(this + " compares texts");
    };
  }
}
